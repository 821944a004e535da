import type { NameDetector } from "../types.js";
import { type Division, PLACE_NAMES } from "./place-lexicon.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** Where a document comes from: which city's and province's counties its short and ambiguous names mean. */
export interface PlaceContext {
  city: Division | undefined;
  /** First two digits of the codes of provinces that it names, the likeliest first. */
  provinces: readonly string[];
  /** How often each division is named outright, by code. */
  counts: ReadonlyMap<string, number>;
}

const cache = new WeakMap<object, PlaceContext>();
const FRONT_WEIGHT = 20;
const HEAD_WEIGHT = 3;

/** The context of a document, computed once for each. */
export function placeContext(source: Source): PlaceContext {
  let context = cache.get(source);
  if (context === undefined) {
    context = compute(source);
    cache.set(source, context);
  }
  return context;
}

function compute({ norm, document, blocks }: Source): PlaceContext {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number, to?: number): void => {
    PLACE_NAMES.scan(
      text,
      (_start, _end, place) => {
        const certain = place.divisions.filter((d) => d.type !== "County");
        for (const d of certain)
          if (certain.length === 1) counts.set(d.code, (counts.get(d.code) ?? 0) + weight);
        if (certain.length > 0 || place.divisions.length > 1) return;
        const [county] = place.divisions as [Division];
        counts.set(county.code, (counts.get(county.code) ?? 0) + weight * (place.short ? 0.2 : 1));
        if (!place.short)
          counts.set(cityOf(county.code), (counts.get(cityOf(county.code)) ?? 0) + weight * 0.7);
      },
      0,
      to,
    );
  };
  add(norm, 1);
  for (const field of [document.place, document.publisher, document.title])
    if (field) add(field, field === document.place ? FRONT_WEIGHT * 3 : FRONT_WEIGHT);
  for (const block of blocks)
    if (block.kind === "title" || block.kind === "heading" || block.kind === "byline")
      add(norm.slice(block.start, block.end), HEAD_WEIGHT);

  let city: Division | undefined;
  let best = 0;
  const provinces = new Map<string, number>();
  for (const [code, n] of counts) {
    provinces.set(code.slice(0, 2), (provinces.get(code.slice(0, 2)) ?? 0) + n);
    const division = PLACE_BY_CODE.get(code);
    if (division?.type === "City" && n > best) {
      best = n;
      city = division;
    }
  }
  return {
    city,
    provinces: [...provinces].sort((a, b) => b[1] - a[1]).map(([code]) => code),
    counts,
  };
}

const PLACE_BY_CODE = new Map<string, Division>();
PLACE_NAMES.each((_name, place) => {
  for (const division of place.divisions) PLACE_BY_CODE.set(division.code, division);
});

/** The code of the city that a county's code lies in; a municipality's own for its districts. */
export function cityOf(code: string): string {
  const municipality = `${code.slice(0, 2)}0000`;
  return PLACE_BY_CODE.get(municipality)?.type === "City" ? municipality : `${code.slice(0, 4)}00`;
}

export const divisionOf = (code: string): Division | undefined => PLACE_BY_CODE.get(code);

/** Of several places of one name, the one that the document means: by its city, then its province, then the first. */
export function pick(divisions: readonly Division[], context: PlaceContext): Division {
  const rank = (d: Division): number =>
    d.type !== "County"
      ? 0
      : context.city !== undefined && cityOf(d.code) === context.city.code
        ? 1
        : 2 + ((context.provinces.indexOf(d.code.slice(0, 2)) + 100) % 100);
  return divisions.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}
