import { useAnswer } from "../api/use-answer.js";
import { type DisagreementsQuery, disagreements } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { Voices } from "../panel/voices.js";
import { EntityName } from "../parts/entity-name.js";
import { Waiting } from "../parts/trouble.js";

type Contradiction = DisagreementsQuery["contradictions"][number];

/** What documents state that cannot all be right, all sides with their words. */
export function Contradictions() {
  const { t } = useWords();
  const answer = useAnswer(disagreements, { first: 50 });
  const found = answer.data?.contradictions;
  return (
    <>
      <h1>{t("view.contradictions")}</h1>
      <p class="lead">{t("contradictions.intro")}</p>
      <Waiting answer={answer} />
      {found?.length === 0 && <p class="notice">{t("contradictions.none")}</p>}
      {found?.map((one) => (
        <One key={one.reason} one={one} />
      ))}
    </>
  );
}

function One({ one }: { one: Contradiction }) {
  const words = useWords();
  const { t } = words;
  // Each figure once, with what all sources say of it; those of the indicator in question first.
  const figures = [...new Map(one.observations.map((figure) => [figure.id, figure])).values()].sort(
    (a, b) => Number(b.indicator === one.indicator) - Number(a.indicator === one.indicator),
  );
  return (
    <article class="contradiction">
      <h2>
        <span class={one.probable ? "badge" : "badge certain"}>
          {t(one.probable ? "contradictions.probable" : "contradictions.certain")}
        </span>{" "}
        {one.indicator} {one.period}
      </h2>
      <p class="ends">
        {one.subjects.map((subject) => (
          <EntityName key={subject.id} entity={subject} />
        ))}
      </p>
      <p class="note" lang="en">
        {one.reason}
      </p>
      <div class="sides">
        {figures.map((figure) => (
          <section key={figure.id} class={figure.indicator === one.indicator ? "side odd" : "side"}>
            <h3>
              {figure.subject?.name} {figure.indicator} <strong>{words.figure(figure)}</strong>
            </h3>
            <Voices voices={figure.evidence} />
          </section>
        ))}
        {one.relationships.map((fact) => (
          <section key={fact.id} class="side odd">
            <h3>{words.sentence(fact)}</h3>
            <Voices voices={fact.evidence} />
          </section>
        ))}
      </div>
    </article>
  );
}
