import type { Figure } from "../../src/check/types.js";

let at = 0;
/** A figure for tests: `figure("国际标准", 48, { document: "b" })`. */
export function figure(indicator: string, value: number, more: Partial<Figure> = {}): Figure {
  const subject = more.subject ?? "city:株洲市";
  at += 10;
  const start = at;
  const given = {
    unit: "项",
    period: null,
    comparator: "=",
    status: "ACTUAL",
    document: "a",
    date: "2020-05",
    ...more,
  };
  const id = [subject, indicator, value, given.comparator, given.unit, given.period, given.status].join();
  return { subject, name: subject, id, indicator, value, start, end: start + 5, text: `${value}`, ...given };
}
