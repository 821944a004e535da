import { useEffect, useMemo, useRef } from "preact/hooks";
import { ask, Failure } from "../api/client.js";
import { useLoaded } from "../api/use-answer.js";
import { type DocumentTextQuery, documentClaims, documentText } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { Trouble, Waiting } from "../parts/trouble.js";
import { writeAddress } from "../state/address.js";
import { useHere } from "../state/use-address.js";
import { endsOf } from "./link-panel.js";
import { sliceText } from "./slice-text.js";

/** Pages of claims that are read for the underlines; 100 claims each. */
const CLAIM_PAGES = 10;

type Document = NonNullable<DocumentTextQuery["document"]>;
type Claim = Document["claims"]["nodes"][number];

/** A document with its text, the asked-for characters marked and all stated facts underlined. */
export function DocumentReader({ id }: { id: string }) {
  const { t } = useWords();
  const { address, go } = useHere();
  const answer = useLoaded(id, (signal) => readDocument(id, signal));
  const marked = useRef<HTMLElement>(null);
  const [start, end] = address.at ?? [0, 0];
  const { document, claims } = answer.data ?? {};
  const slices = useMemo(
    () => (document ? sliceText(document.text, claims ?? [], start, end) : []),
    [document, claims, start, end],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark comes with the slices
  useEffect(() => marked.current?.scrollIntoView({ block: "center" }), [slices]);
  if (!answer.data) return <Waiting answer={answer} />;
  if (!document) return <Trouble failure={new Failure("not-found", id)} />;
  const here = (claims ?? []).filter((claim) => claim.start === start && claim.end === end);
  let first = true;
  return (
    <article class="panel document">
      <h2>{document.title ?? document.id}</h2>
      <p class="kind">
        {[document.publisher, document.date, document.place, document.licence].filter(Boolean).join(" · ")}
      </p>
      <p class="kind">{t("document.claims", { n: document.claims.totalCount })}</p>
      <div class="text">
        {slices.map((slice) => {
          const isFirst = slice.marked && first;
          if (isFirst) first = false;
          const inner = slice.claim ? (
            <a
              class="stated"
              href={`/${writeAddress({ ...address, at: [slice.claim.start, slice.claim.end] })}`}
              onClick={(event) => {
                event.preventDefault();
                go({ at: [slice.claim!.start, slice.claim!.end] }, { replace: true });
              }}
            >
              {slice.text}
            </a>
          ) : (
            slice.text
          );
          if (!slice.marked) return <span key={slice.start}>{inner}</span>;
          return (
            <mark key={slice.start} ref={isFirst ? marked : undefined}>
              {slice.text}
            </mark>
          );
        })}
      </div>
      <Stated claims={here} />
    </article>
  );
}

/** The facts that the marked characters state, as ways to them. */
function Stated({ claims }: { claims: readonly Claim[] }) {
  const { t, relation } = useWords();
  const { go } = useHere();
  const facts = new Map(claims.filter(({ fact }) => fact).map((claim) => [claim.fact, claim]));
  if (facts.size === 0) return null;
  return (
    <footer class="stated-facts">
      <h3>{t("document.facts")}</h3>
      <ul>
        {[...facts.keys()].slice(0, 12).map((fact) => {
          const ends = endsOf(fact);
          const [subject, figure] = fact.split("#");
          const own = (id: string) => id.split(":").at(-1);
          const label = ends
            ? `${own(ends.source)} → ${relation(ends.relation)} → ${own(ends.target)}`
            : figure
              ? `${own(subject!)}: ${figure.split(",")[0]}`
              : own(fact);
          return (
            <li key={fact}>
              <button
                type="button"
                class="fact"
                onClick={() =>
                  go(
                    ends
                      ? { link: fact, doc: undefined, at: undefined }
                      : { chosen: subject, link: undefined, doc: undefined, at: undefined },
                  )
                }
              >
                {label}
              </button>
            </li>
          );
        })}
      </ul>
    </footer>
  );
}

async function readDocument(
  id: string,
  signal: AbortSignal,
): Promise<{ document: Document | null; claims: readonly Claim[] }> {
  const { document } = await ask(documentText, { id }, signal);
  if (!document) return { document: null, claims: [] };
  const claims = [...document.claims.nodes];
  let { pageInfo } = document.claims;
  for (let page = 1; page < CLAIM_PAGES && pageInfo.hasNextPage; page++) {
    const next = await ask(documentClaims, { id, after: pageInfo.endCursor }, signal);
    if (!next.document) break;
    claims.push(...next.document.claims.nodes);
    pageInfo = next.document.claims.pageInfo;
  }
  return { document, claims };
}
