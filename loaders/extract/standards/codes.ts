import { AnyOf } from "../../lexicon/begun.js";
import { allMatches } from "../../patterns/all-matches.js";

import { sortFew } from "../../sort-few.js";

/** ISO/TC 261/SC 2, IEC/TC9, ISO/IEC JTC 1/SC 6, SAC/TC98/SC5/WG2, ITU-T SG17. */
const CODE =
  /(?:(?:ISO[/／]IEC|IEC[/／]ISO|ISO|IEC|SAC|CEN|CENELEC|OIML)(?:[/／ ]{1,2}|(?=[JTPS][TCPA]))(?:J?TC|PC|SC|SyC|CASCO|COPOLCO)(?: ?\d{1,12}[A-Z]?(?![A-Za-z]))?(?:(?:[/／ ]{1,3})(?:J?WG|SC|AHG|AG|PT|MT|TG) ?\d{1,12}[A-Z]?(?![A-Za-z])){0,6}|ITU-[TRD] ?(?:SG|FG|WP) ?-?\d{1,12})/gu;
/** One of these is in every code. */
const PARTS = new AnyOf("TC PC SC SyC COPOLCO ITU-");
const BARE = /TC ?\d+(?:[/／ ]{1,3}(?:SC|WG|JWG) ?\d+)*/gu;

export interface CodeSpan {
  start: number;
  end: number;
  /** TC260 without its organization. */
  bare: boolean;
}

/** The codes of technical committees, subcommittees and working groups in the text, in order. */
export function codesIn(norm: string): CodeSpan[] {
  const found: CodeSpan[] = [];
  if (!PARTS.standsIn(norm)) return found;
  for (const match of allMatches(CODE, norm))
    if (/\d/u.test(match[0]))
      found.push({ start: match.index, end: match.index + match[0].length, bare: false });
  const taken = new Set<number>();
  for (const { start, end } of found) for (let at = start; at < end; at++) taken.add(at);
  for (const match of allMatches(BARE, norm))
    if (!taken.has(match.index) && !/[A-Za-z/／]/u.test(norm[match.index - 1] ?? ""))
      found.push({ start: match.index, end: match.index + match[0].length, bare: true });
  return sortFew(found, byStart);
}

const byStart = (a: CodeSpan, b: CodeSpan): number => a.start - b.start;

/** A code without blanks and the part after its last level: SAC/TC98/SC5 -> SAC/TC98; undefined at the top. */
export function parentCode(code: string): string | undefined {
  const parent = /^(.+)[/ ](?:J?WG|SC|AHG|AG|PT|MT|TG)\d+$/u.exec(codeKey(code));
  return parent?.[1];
}

export function codeKey(code: string): string {
  return code.replace(/ /gu, "").replace(/／/gu, "/").toUpperCase();
}
