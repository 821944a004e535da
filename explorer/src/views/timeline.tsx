import { useState } from "preact/hooks";
import { useAnswer } from "../api/use-answer.js";
import { type TimelineQuery, timeline } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { FigureEvidence } from "../panel/entity-panel.js";
import { EntityName } from "../parts/entity-name.js";
import { SearchBox } from "../parts/search-box.js";
import { Waiting } from "../parts/trouble.js";
import { YearRange } from "../parts/year-range.js";
import { useHere } from "../state/use-address.js";

/** Items read at once; the API gives no more. */
const MOST = 100;

type Item = NonNullable<TimelineQuery["timeline"]>[number];

/** Dated facts, events and figures of one entity, in order. */
export function Timeline() {
  const { address, go } = useHere();
  const { t } = useWords();
  const { of, from, to } = address;
  const answer = useAnswer(
    timeline,
    of ? { of, from: from?.toString(), to: to?.toString(), first: MOST } : null,
  );
  const items = answer.data?.timeline ?? [];
  const dates = new Map<string, Item[]>();
  for (const item of items) dates.set(item.date, [...(dates.get(item.date) ?? []), item]);
  return (
    <>
      <h1>
        {t("view.timeline")}
        {of ? `: ${of.split(":").at(-1)}` : ""}
      </h1>
      <div class="filters">
        <SearchBox
          label={t("timeline.of")}
          placeholder={t("timeline.of")}
          onChoose={({ id }) => go({ of: id, chosen: id, link: undefined })}
        />
        <YearRange />
      </div>
      {!of && <p class="note">{t("timeline.choose")}</p>}
      <Waiting answer={answer} />
      {of && answer.data && items.length === 0 && <p class="notice">{t("timeline.none")}</p>}
      <ol class="events">
        {[...dates].map(([date, group]) => (
          <li key={date}>
            <h2>{date}</h2>
            <ul>
              {group.map((item) => (
                <TimelineItem
                  key={item.relationship?.id ?? item.observation?.id ?? item.node?.id}
                  item={item}
                  of={of!}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {items.length === MOST && <p class="note">{t("timeline.truncated", { n: MOST })}</p>}
    </>
  );
}

function TimelineItem({ item, of }: { item: Item; of: string }) {
  const words = useWords();
  const { go } = useHere();
  const [open, setOpen] = useState(false);
  const { relationship, observation, node } = item;
  if (relationship) {
    return (
      <li>
        <button
          type="button"
          class="fact"
          onClick={() => go({ link: relationship.id, doc: undefined, at: undefined })}
        >
          {words.sentence(relationship)}
        </button>
      </li>
    );
  }
  if (observation) {
    return (
      <li>
        <button type="button" class="fact" aria-expanded={open} onClick={() => setOpen(!open)}>
          {observation.indicator} <strong>{words.figure(observation)}</strong>
          {observation.status === "TARGET" ? ` · ${words.t("compare.target")}` : ""}
        </button>
        {open && <FigureEvidence subject={of} id={observation.id} />}
      </li>
    );
  }
  return <li>{node && <EntityName entity={node} />}</li>;
}
