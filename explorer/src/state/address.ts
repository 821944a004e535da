/** The page's views, in the order of the navigation. */
export const VIEWS = ["home", "graph", "honours", "matrix", "timeline", "compare", "contradictions"] as const;
export type View = (typeof VIEWS)[number];

/** A place of the drawing that somebody chose for a node. */
export type Pins = Readonly<Record<string, readonly [x: number, y: number]>>;

/** All that the page shows, as its address holds it. What is absent is at its default. */
export interface Address {
  view: View;
  /** What the search box was asked, while its results are shown as a page. */
  q?: string;
  /** Entities drawn with their neighbours, and without. */
  around: readonly string[];
  show: readonly string[];
  /** Both ends of the shortest ways that are drawn. */
  path: readonly string[];
  hide: readonly string[];
  pins: Pins;
  /** The chosen entity (id) or link (id of the relationship). */
  chosen?: string;
  link?: string;
  /** Types and relations that the legend has switched off. */
  noTypes: readonly string[];
  noRelations: readonly string[];
  from?: number;
  to?: number;
  tier?: string;
  place?: string;
  /** How many neighbours an entity is drawn with. */
  limit?: number;
  /** The document that is open, and the characters marked in it. */
  doc?: string;
  at?: readonly [start: number, end: number];
  /** Honour roll: part of the award's name, level, order. */
  award?: string;
  level?: string;
  sort?: string;
  /** Timeline: whose. Comparison: of which places and indicators. Matrix: whose companies are listed. */
  of?: string;
  places: readonly string[];
  indicators: readonly string[];
  cell: readonly string[];
  lang?: string;
}

export const HOME: Address = {
  view: "home",
  around: [],
  show: [],
  path: [],
  hide: [],
  pins: {},
  noTypes: [],
  noRelations: [],
  places: [],
  indicators: [],
  cell: [],
};

const LISTS = [
  "around",
  "show",
  "path",
  "hide",
  "noTypes",
  "noRelations",
  "places",
  "indicators",
  "cell",
] as const;
const TEXTS = [
  "q",
  "chosen",
  "link",
  "tier",
  "place",
  "doc",
  "award",
  "level",
  "sort",
  "of",
  "lang",
] as const;
const NUMBERS = ["from", "to", "limit"] as const;

/** The query string of an address, always in the same order; "" for the landing view. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams();
  if (address.view !== "home") params.set("view", address.view);
  for (const key of TEXTS) if (address[key]) params.set(key, address[key]);
  for (const key of NUMBERS) if (address[key] !== undefined) params.set(key, String(address[key]));
  for (const key of LISTS) for (const item of address[key]) params.append(key, item);
  for (const id of Object.keys(address.pins).sort())
    params.append("pin", `${address.pins[id]!.join(",")},${id}`);
  if (address.at) params.set("at", address.at.join("-"));
  const text = params.toString();
  return text && `?${text}`;
}

/** Reads a query string; what makes no sense is left out, so that any address opens. */
export function readAddress(query: string): Address {
  const params = new URLSearchParams(query);
  const address: Record<string, unknown> = { ...HOME };
  const view = params.get("view");
  if (VIEWS.includes(view as View)) address.view = view;
  for (const key of TEXTS) if (params.get(key)) address[key] = params.get(key);
  for (const key of NUMBERS) {
    const value = params.get(key);
    if (value && /^\d{1,4}$/.test(value)) address[key] = Number(value);
  }
  for (const key of LISTS) address[key] = [...new Set(params.getAll(key))];
  const pins: Record<string, readonly [number, number]> = {};
  for (const pin of params.getAll("pin")) {
    const [, x, y, id] = /^(-?[\d.]+),(-?[\d.]+),(.+)$/s.exec(pin) ?? [];
    if (id && Number.isFinite(Number(x)) && Number.isFinite(Number(y))) pins[id] = [Number(x), Number(y)];
  }
  address.pins = pins;
  const [, start, end] = /^(\d+)-(\d+)$/.exec(params.get("at") ?? "") ?? [];
  if (start && end) address.at = [Number(start), Number(end)];
  return address as unknown as Address;
}
