import { Failure } from "../api/client.js";
import { useAnswer } from "../api/use-answer.js";
import { RELATIONS } from "../generated/ontology.js";
import { linkEvidence, type RelationType } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { EntityName } from "../parts/entity-name.js";
import { Trouble, Waiting } from "../parts/trouble.js";
import { Voices } from "./voices.js";

/** Relation and both ends of a relationship's id, `WON:company:…>award:…@2017,3,WINNER`; null for what is none. */
export function endsOf(id: string): { relation: RelationType; source: string; target: string } | null {
  const [, relation, source, target] = /^([A-Z_]+):(.+?)>(.+?)(?:@[^@>]*)?$/s.exec(id) ?? [];
  if (!source || !target || !RELATIONS.some(({ type }) => type === relation)) return null;
  return { relation: relation as RelationType, source, target };
}

/** The evidence of one relationship. */
export function useLinkEvidence(id: string) {
  const ends = endsOf(id);
  const answer = useAnswer(
    linkEvidence,
    ends && { ends: [ends.source, ends.target], relations: [ends.relation] },
  );
  const fact = answer.data?.subgraph?.links.find((link) => link.id === id);
  return { answer, fact };
}

/** The panel of a link: the fact as a sentence, with its evidence. */
export function LinkPanel({ id }: { id: string }) {
  const words = useWords();
  const { answer, fact } = useLinkEvidence(id);
  const missing = !fact && !answer.loading && !answer.failure;
  return (
    <section class="panel">
      <Waiting answer={answer} />
      {missing && <Trouble failure={new Failure("not-found", id)} />}
      {fact && (
        <>
          <p class="kind">{words.relation(fact.relation)}</p>
          <h2>{words.sentence(fact)}</h2>
          <p class="ends">
            <EntityName entity={fact.from} /> <EntityName entity={fact.to} />
          </p>
          <h3>{words.t("panel.evidence")}</h3>
          <Voices voices={fact.evidence} />
        </>
      )}
    </section>
  );
}
