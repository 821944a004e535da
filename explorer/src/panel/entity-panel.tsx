import { useState } from "preact/hooks";
import { Failure } from "../api/client.js";
import { useAnswer } from "../api/use-answer.js";
import {
  type EntityPanelQuery,
  entityPanel,
  type FactFragment,
  factsOf,
  figureEvidence,
} from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { EntityName, TypeMark } from "../parts/entity-name.js";
import { Trouble, Waiting } from "../parts/trouble.js";
import { disagreements } from "./disagreements.js";
import { EntityActions } from "./entity-actions.js";
import { useLinkEvidence } from "./link-panel.js";
import { Voices } from "./voices.js";

/** How many neighbours' facts are listed. */
const NEIGHBOURS = 200;

type Subject = NonNullable<EntityPanelQuery["entity"]>;

/** The panel of an entity: names and why they are one, facts and figures with their evidence. */
export function EntityPanel({ id }: { id: string }) {
  const { t, type, value } = useWords();
  const answer = useAnswer(entityPanel, { id });
  const entity = answer.data?.entity;
  const current = entity?.id === id;
  if (!current) {
    if (answer.data && !answer.loading && !entity) return <Trouble failure={new Failure("not-found", id)} />;
    return <Waiting answer={answer} />;
  }
  const facts = [
    type(entity.__typename),
    "level" in entity ? value("AwardLevel", entity.level) : "",
    "adcode" in entity && entity.adcode ? t("panel.adcode", { code: entity.adcode }) : "",
    t("panel.mentions", { n: entity.mentions }),
  ];
  return (
    <section class="panel">
      <p class="kind">
        <TypeMark type={entity.__typename} /> {facts.filter(Boolean).join(" · ")}
      </p>
      <h2>{entity.name}</h2>
      <EntityActions entity={entity} />
      <Names entity={entity} />
      <Facts id={id} />
      <Figures entity={entity} />
      <h3>{t("panel.evidence")}</h3>
      <Voices voices={entity.evidence} />
    </section>
  );
}

/** Other names, and why they are names of this one. */
function Names({ entity }: { entity: Subject }) {
  const { t, mergeRule } = useWords();
  if (entity.aliases.length === 0) return null;
  const own = (id: string) => id.split(":").at(-1);
  return (
    <>
      <h3>{t("panel.aliases")}</h3>
      <p class="aliases">{entity.aliases.join("　")}</p>
      {entity.mergedBecause.length > 0 && (
        <details>
          <summary>{t("panel.merged")}</summary>
          <ul>
            {entity.mergedBecause.map(({ name, into, rule }) => (
              <li key={name + into}>
                {own(name)} → {own(into)}: {mergeRule(rule)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** All relationships of an entity, by relation; each opens to its evidence. */
function Facts({ id }: { id: string }) {
  const { t, relation } = useWords();
  const answer = useAnswer(factsOf, { id, limit: NEIGHBOURS });
  const links = (answer.data?.subgraph?.links ?? []).filter(
    ({ source, target }) => source === id || target === id,
  );
  const groups = new Map<string, FactFragment[]>();
  for (const link of links) groups.set(link.relation, [...(groups.get(link.relation) ?? []), link]);
  return (
    <>
      <h3>{t("panel.facts")}</h3>
      <Waiting answer={answer} />
      {answer.data && links.length === 0 && <p class="note">{t("panel.noFacts")}</p>}
      {[...groups].map(([name, facts]) => (
        <details key={name} open={groups.size < 4 || facts.length < 6}>
          <summary>
            {relation(name)} <span class="count">{facts.length}</span>
          </summary>
          <ul class="facts">
            {facts
              .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
              .map((fact) => (
                <Fact key={fact.id} fact={fact} of={id} />
              ))}
          </ul>
        </details>
      ))}
      {answer.data?.subgraph?.truncated && (
        <p class="note">{t("panel.factsTruncated", { n: links.length })}</p>
      )}
    </>
  );
}

/** One relationship as a sentence that opens to its evidence, and a way to its other end. */
function Fact({ fact, of }: { fact: FactFragment; of: string }) {
  const { sentence, t } = useWords();
  const [open, setOpen] = useState(false);
  const other = fact.source === of ? fact.to : fact.from;
  return (
    <li>
      <button type="button" class="fact" aria-expanded={open} onClick={() => setOpen(!open)}>
        {sentence(fact)}
        <span class="count">{t("panel.sources", { n: fact.evidenceCount })}</span>
      </button>
      {open && (
        <div class="opened">
          <FactEvidence id={fact.id} />
          <EntityName entity={other} />
        </div>
      )}
    </li>
  );
}

/** The evidence of a relationship, read when it is shown. */
export function FactEvidence({ id }: { id: string }) {
  const { answer, fact } = useLinkEvidence(id);
  return (
    <>
      <Waiting answer={answer} />
      {fact && <Voices voices={fact.evidence} />}
    </>
  );
}

/** The figures; those of one indicator and period that differ come first, side by side with their sources. */
function Figures({ entity }: { entity: Subject }) {
  const { t } = useWords();
  if (entity.observations.length === 0) return null;
  const disagreeing = disagreements(entity.observations);
  return (
    <>
      {disagreeing.map((figures) => (
        <section key={figures[0]!.id} class="notice">
          <h3>
            {t("panel.disagree")}: {figures[0]!.indicator} {figures[0]!.period}
          </h3>
          <ul class="facts">
            {figures.map((figure) => (
              <Figure key={figure.id} figure={figure} subject={entity.id} opened />
            ))}
          </ul>
        </section>
      ))}
      <details>
        <summary>
          {t("panel.figures")} <span class="count">{entity.observations.length}</span>
        </summary>
        <ul class="facts">
          {entity.observations.map((figure) => (
            <Figure key={figure.id} figure={figure} subject={entity.id} />
          ))}
        </ul>
      </details>
    </>
  );
}

interface FigureProps {
  figure: Subject["observations"][number];
  subject: string;
  opened?: boolean;
}

function Figure({ figure, subject, opened = false }: FigureProps) {
  const words = useWords();
  const [open, setOpen] = useState(opened);
  return (
    <li>
      <button type="button" class="fact" aria-expanded={open} onClick={() => setOpen(!open)}>
        {figure.indicator} <strong>{words.figure(figure)}</strong>
        {figure.period ? ` · ${figure.period}` : ""}
        {figure.status === "TARGET" ? ` · ${words.t("compare.target")}` : ""}
        <span class="count">{words.t("panel.sources", { n: figure.evidenceCount })}</span>
      </button>
      {open && <FigureEvidence subject={subject} id={figure.id} />}
    </li>
  );
}

/** The evidence of a figure, read when it is shown. */
export function FigureEvidence({ subject, id }: { subject: string; id: string }) {
  const answer = useAnswer(figureEvidence, { subject, id });
  const voices = answer.data?.entity?.observations[0]?.evidence;
  return (
    <div class="opened">
      <Waiting answer={answer} />
      {voices && <Voices voices={voices} />}
    </div>
  );
}
