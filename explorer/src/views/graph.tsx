import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ask } from "../api/client.js";
import { useLoaded } from "../api/use-answer.js";
import { TYPES } from "../generated/ontology.js";
import { inside } from "../generated/operations.js";
import { Drawing } from "../graph/drawing.js";
import { filterGraph } from "../graph/filter.js";
import { loadGraph } from "../graph/load.js";
import { radiusOf } from "../graph/look.js";
import { useLayout } from "../graph/use-layout.js";
import { useWords } from "../i18n/language.js";
import { Waiting } from "../parts/trouble.js";
import { toggled } from "../state/lists.js";
import { useHere } from "../state/use-address.js";
import { GraphLegend } from "./graph-legend.js";
import { GraphList } from "./graph-list.js";
import { GraphToolbar } from "./graph-toolbar.js";

/** Neighbours that an entity is drawn with, unless the address says otherwise. */
const NEIGHBOURS = 100;
const MOST_NEIGHBOURS = 500;

const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The graph: what the address asks for, filtered, laid out and drawn. */
export function Graph() {
  const { address, go } = useHere();
  const { t } = useWords();
  const question = {
    around: address.around,
    show: address.show,
    path: address.path,
    limit: Math.min(address.limit ?? NEIGHBOURS, MOST_NEIGHBOURS),
  };
  const answer = useLoaded(JSON.stringify(question), (signal) => loadGraph(question, signal));
  const within = useLoaded(address.place ?? null, (signal) => insideOf(address.place!, signal));
  const data = answer.data;
  const { hide, noTypes, noRelations, from, to, tier, pins } = address;
  const filters = { hide, noTypes, noRelations, from, to, tier };
  const waitsForPlace = address.place !== undefined && !within.data;
  const filterKey = JSON.stringify([filters, address.place, within.data?.size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filters
  const visible = useMemo(
    () =>
      data
        ? filterGraph(data, filters, address.place ? (within.data ?? null) : null)
        : { nodes: [], links: [] },
    [data, filterKey],
  );
  const layoutKey = useMemo(
    () => JSON.stringify([visible.nodes.map(({ id }) => id), visible.links.map(({ id }) => id), pins]),
    [visible, pins],
  );
  const { positions, stale } = useLayout(layoutKey, {
    nodes: visible.nodes.map(({ id, mentions }) => ({ id, radius: radiusOf(mentions) })),
    links: visible.links.map(({ source, target }) => ({ source, target })),
    pins,
  });
  const ready = data !== undefined && !stale && !waitsForPlace;
  const element = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(null);
  const [drawable, setDrawable] = useState(true);
  const [listed, setListed] = useState(false);
  const latest = useRef(address);
  latest.current = address;
  const pinAt = (id: string, at: readonly [number, number] | undefined) => {
    if (at) go({ pins: { ...latest.current.pins, [id]: at } });
  };
  const expand = (id: string) =>
    go({ around: toggled(latest.current.around, id), chosen: id, link: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: one drawing for the life of the view
  useEffect(() => {
    try {
      drawing.current = new Drawing(element.current!, {
        chooseNode: (id) => go({ chosen: id, link: undefined, doc: undefined, at: undefined }),
        chooseLink: (id) => go({ link: id, doc: undefined, at: undefined }),
        chooseNothing: () => {
          if (latest.current.chosen || latest.current.link) go({ chosen: undefined, link: undefined });
        },
        expand,
        pin: pinAt,
      });
    } catch {
      setDrawable(false);
      return;
    }
    const recolor = () => drawing.current?.recolor();
    const pin = (event: Event) => {
      const { detail } = event as CustomEvent<string>;
      pinAt(detail, drawing.current?.placeOf(detail));
    };
    addEventListener("zhitu-theme", recolor);
    addEventListener("zhitu-pin", pin);
    return () => {
      removeEventListener("zhitu-theme", recolor);
      removeEventListener("zhitu-pin", pin);
      drawing.current?.end();
      drawing.current = null;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when there are new places
  useEffect(() => {
    if (!ready) return;
    drawing.current?.show({
      ...visible,
      positions,
      pinned: new Set(Object.keys(pins)),
      expanded: new Set(address.around),
    });
  }, [ready, positions]);
  useEffect(
    () => drawing.current?.choose({ node: address.chosen, link: address.link }),
    [address.chosen, address.link],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const { chosen } = address;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const next = drawing.current?.neighbourOf(chosen, arrow);
      if (next) go({ chosen: next, link: undefined }, { replace: true });
    } else if (event.key === "Enter" && chosen) expand(chosen);
    else if (event.key === "Delete" && chosen) go({ hide: toggled(address.hide, chosen), chosen: undefined });
    else if (event.key.toLowerCase() === "p" && chosen) {
      const { [chosen]: pin, ...others } = pins;
      if (pin) go({ pins: others });
      else pinAt(chosen, drawing.current?.placeOf(chosen));
    } else if (event.key === "+" || event.key === "=") drawing.current?.zoom("in");
    else if (event.key === "-") drawing.current?.zoom("out");
    else return;
    event.preventDefault();
  };
  const names = (ids: readonly string[]) => ids.map((id) => data?.nodes.get(id)?.name ?? id).join("、");
  const nothing = ready && visible.nodes.length === 0;
  const everything = nothing && data.nodes.size === 0 && question.around.length === 0;
  return (
    <>
      <h1 class="visually-hidden">{t("view.graph")}</h1>
      <GraphToolbar drawing={drawing} counts={visible} listed={listed} onList={() => setListed(!listed)} />
      <div class="notices" role="status">
        <Waiting answer={answer} />
        {within.failure && <Waiting answer={within} />}
        {data?.noWay && <p class="notice">{t("graph.noWay")}</p>}
        {address.path.length === 2 && (
          <p class="notice">
            {t("graph.pathEnds", { from: names(address.path.slice(0, 1)), to: names(address.path.slice(1)) })}{" "}
            <button
              type="button"
              onClick={() => go({ path: [], show: [...new Set([...address.show, ...address.path])] })}
            >
              {t("graph.pathClear")}
            </button>
          </p>
        )}
        {data && data.truncated.length > 0 && (
          <p class="notice">
            {t("graph.truncated", { names: names(data.truncated), limit: question.limit })}{" "}
            {question.limit < MOST_NEIGHBOURS && (
              <button type="button" onClick={() => go({ limit: MOST_NEIGHBOURS })}>
                {t("graph.drawMore", { limit: MOST_NEIGHBOURS })}
              </button>
            )}
          </p>
        )}
        {everything && <p class="notice">{t("empty.text")}</p>}
        {nothing && !everything && !data.noWay && <p class="notice">{t("graph.nothing")}</p>}
        {!drawable && <p class="notice">{t("graph.noWebgl")}</p>}
      </div>
      <div class="graph-area">
        <GraphLegend data={data} />
        <div
          class="drawing"
          ref={element}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is worked with keys
          tabIndex={0}
          role="application"
          aria-label={t("graph.label")}
          aria-busy={!ready}
          onKeyDown={onKeyDown}
        />
        {(listed || !drawable) && <GraphList visible={visible} />}
      </div>
    </>
  );
}

/** What a place holds: a city's companies and districts, not its province or its sisters. */
async function insideOf(place: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const above = { province: ["Province"], city: ["Province", "City"] }[place.split(":")[0]!];
  const outside = new Set<string>(above ?? ["Province", "City", "County"]);
  const types = TYPES.map(({ type }) => type).filter((type) => !outside.has(type));
  const { subgraph } = await ask(inside, { place, depth: outside.size === 1 ? 3 : 2, types }, signal);
  return new Set([place, ...(subgraph?.nodes ?? []).map(({ id }) => id)]);
}
