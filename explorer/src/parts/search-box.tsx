import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask } from "../api/client.js";
import { useLoaded } from "../api/use-answer.js";
import { type EntityType, type SearchQuery, search } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { type Named, TypeMark } from "./entity-name.js";
import { Trouble } from "./trouble.js";

/** Milliseconds of rest in typing before suggestions are asked for. */
const REST = 150;
const SUGGESTIONS = 8;

interface Props {
  label: string;
  placeholder?: string;
  types?: EntityType[];
  onChoose: (entity: Named) => void;
}

/** A combobox of entities, with suggestions from names, aliases, pinyin, initials and texts. */
export function SearchBox({ label, placeholder, types, onChoose }: Props) {
  const { t, type } = useWords();
  const id = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const query = text.trim();
  const answer = useLoaded(query && open ? query : null, async (signal) => {
    await new Promise((resolve) => setTimeout(resolve, REST));
    signal.throwIfAborted();
    return { query, ...(await ask(search, { query, first: SUGGESTIONS, types }, signal)) };
  });
  const found = answer.data?.search.edges ?? [];
  const settled = answer.data?.query === query && !answer.loading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer starts at its first line
  useEffect(() => setActive(0), [answer.data]);
  useEffect(() => {
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, []);
  const choose = (entity: Named) => {
    setOpen(false);
    setText("");
    onChoose(entity);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") setOpen(false);
    else if (event.key === "Enter" && settled && found[active]) choose(found[active].node);
    else if (event.key === "ArrowDown" && found.length) {
      setOpen(true);
      setActive((active + 1) % found.length);
    } else if (event.key === "ArrowUp" && found.length) setActive((active + found.length - 1) % found.length);
    else return;
    event.preventDefault();
  };
  const showing = open && query !== "";
  return (
    <div class="search" ref={box}>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        placeholder={placeholder}
        aria-expanded={showing && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={showing && found.length ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div class="suggestions" hidden={!showing}>
        <div role="listbox" id={`${id}-list`} aria-label={label}>
          {found.map((edge, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a combobox go to its text field
            <div
              key={edge.node.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerMove={() => setActive(index)}
              onClick={() => choose(edge.node)}
            >
              <TypeMark type={edge.node.__typename} />
              <span class="name">
                <Highlighted edge={edge} />
              </span>
              <span class="type">{type(edge.node.__typename)}</span>
            </div>
          ))}
        </div>
        {answer.failure && <Trouble failure={answer.failure} retry={answer.retry} />}
        {settled && found.length === 0 && <p>{t("search.none", { query })}</p>}
      </div>
      <span class="visually-hidden" role="status">
        {showing && settled && found.length > 0 ? t("search.count", { n: found.length }) : ""}
      </span>
    </div>
  );
}

type Edge = SearchQuery["search"]["edges"][number];

/** The name with what was found in it marked, or the alias or sentence in which it was found after it. */
function Highlighted({ edge }: { edge: Edge }) {
  const [first] = edge.highlights;
  if (!first) return <>{edge.node.name}</>;
  const parts = [];
  let end = 0;
  for (const range of first.ranges) {
    parts.push(first.text.slice(end, range.start));
    parts.push(<mark>{first.text.slice(range.start, range.end)}</mark>);
    end = range.end;
  }
  parts.push(first.text.slice(end));
  if (first.field === "NAME") return <>{parts}</>;
  return (
    <>
      {edge.node.name} <small>{parts}</small>
    </>
  );
}
