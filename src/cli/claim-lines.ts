import type { Claim, EntityClaim, EntityRef, Evidence } from "../../schema/index.js";

/** How many lines go into one string: few writes, and no string that grows with the document. */
const LINES_AT_ONCE = 1000;

/** Claims as JSONL, some lines at a time; rule, confidence and reasons only where they are asked for. */
export function* linesOf(claims: readonly Claim[], explain: boolean): Generator<string> {
  const json = new ClaimJson();
  for (let from = 0; from < claims.length; from += LINES_AT_ONCE) {
    let lines = "";
    for (let i = from; i < claims.length && i < from + LINES_AT_ONCE; i++)
      lines += explain ? `${JSON.stringify(claims[i])}\n` : json.lineOf(claims[i]!);
    yield lines;
  }
}

/**
 * Claims of one document as JSON.stringify writes them, but without their reasons. They are put together here since
 * they share most of what they say: their entities, and the sentences that state them. Writing each anew takes a tenth of
 * the time that extraction does.
 */
class ClaimJson {
  private readonly entities = new Map<string, { of: EntityRef; json: string }>();
  /** The last, as facts come in its order. */
  private stated: Evidence | undefined = undefined;
  private evidence = "";

  lineOf(claim: Claim): string {
    const end = `,"evidence":${this.evidenceOf(claim.evidence)}}\n`;
    if (claim.fact === "entity")
      return (
        `{"fact":"entity","type":"${claim.type}","name":${quoted(claim.name)},"aliases":${aliasesOf(claim)},"mentions":` +
        claim.mentions +
        text("adcode", claim.adcode) +
        text("region", claim.region) +
        text("date", claim.date) +
        end
      );
    if (claim.fact === "relation")
      return (
        `{"fact":"relation","type":"${claim.type}","from":${this.entityOf(claim.from)},"to":${this.entityOf(claim.to)}` +
        number("year", claim.year) +
        number("edition", claim.edition) +
        text("tier", claim.tier) +
        text("role", claim.role) +
        text("title", claim.title) +
        end
      );
    return (
      `{"fact":"observation","subject":${this.entityOf(claim.subject)},"indicator":${quoted(claim.indicator)},"value":` +
      JSON.stringify(claim.value) +
      text("unit", claim.unit) +
      text("period", claim.period) +
      text("comparator", claim.comparator) +
      text("status", claim.status) +
      end
    );
  }

  private entityOf(ref: EntityRef): string {
    const known = this.entities.get(ref.name);
    if (known !== undefined && known.of.type === ref.type && known.of.adcode === ref.adcode)
      return known.json;
    const json = `{"type":"${ref.type}","name":${quoted(ref.name)}${text("adcode", ref.adcode)}}`;
    this.entities.set(ref.name, { of: ref, json });
    return json;
  }

  private evidenceOf(evidence: Evidence): string {
    const { stated } = this;
    if (
      stated === undefined ||
      stated.start !== evidence.start ||
      stated.end !== evidence.end ||
      stated.document !== evidence.document
    ) {
      const { document, start, end, text } = evidence;
      this.stated = evidence;
      this.evidence = `{"document":${quoted(document)},"start":${start},"end":${end},"text":${quoted(text)}}`;
    }
    return this.evidence;
  }
}

const aliasesOf = ({ aliases }: EntityClaim): string =>
  aliases.length === 0 ? "[]" : `[${aliases.map(quoted).join()}]`;

/** A field with the comma before it; nothing where it has no value. */
const text = (name: string, value: string | undefined): string =>
  value === undefined ? "" : `,"${name}":${quoted(value)}`;
const number = (name: string, value: number | undefined): string =>
  value === undefined ? "" : `,"${name}":${value}`;

/** What stands escaped in JSON: quotes, backslashes, control characters, halves of characters. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const quoted = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);
