import {
  type Claim,
  ENTITY_TYPES,
  type EntityClaim,
  type EntityRef,
  type EntityType,
  type Evidence,
} from "../../schema/index.js";

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
  /** How the evidence of its document begins. */
  private document = "";

  lineOf(claim: Claim): string {
    const end = this.evidenceOf(claim.evidence);
    if (claim.fact === "entity")
      return (
        `{"fact":"entity",${TYPED[claim.type]}${escaped(claim.name)}${aliasesOf(claim)}${claim.mentions}` +
        code(',"adcode":"', claim.adcode) +
        code(',"region":"', claim.region) +
        code(',"date":"', claim.date) +
        end
      );
    if (claim.fact === "relation")
      return (
        `{"fact":"relation","type":"${claim.type}","from":${this.entityOf(claim.from)},"to":${this.entityOf(claim.to)}` +
        number(',"year":', claim.year) +
        number(',"edition":', claim.edition) +
        code(',"tier":"', claim.tier) +
        code(',"role":"', claim.role) +
        text(',"title":"', claim.title) +
        end
      );
    return (
      `{"fact":"observation","subject":${this.entityOf(claim.subject)},"indicator":"${escaped(claim.indicator)}","value":` +
      (Number.isFinite(claim.value) ? claim.value : "null") +
      text(',"unit":"', claim.unit) +
      code(',"period":"', claim.period) +
      code(',"comparator":"', claim.comparator) +
      code(',"status":"', claim.status) +
      end
    );
  }

  private entityOf(ref: EntityRef): string {
    const known = this.entities.get(ref.name);
    if (known !== undefined && known.of.type === ref.type && known.of.adcode === ref.adcode)
      return known.json;
    const json =
      ref.adcode === undefined
        ? `{${TYPED[ref.type]}${escaped(ref.name)}"}`
        : `{${TYPED[ref.type]}${escaped(ref.name)}","adcode":"${ref.adcode}"}`;
    this.entities.set(ref.name, { of: ref, json });
    return json;
  }

  private evidenceOf(evidence: Evidence): string {
    const { stated } = this;
    const { document, start, end } = evidence;
    const isSameDocument = stated !== undefined && stated.document === document;
    if (isSameDocument && stated.start === start && stated.end === end) return this.evidence;
    if (!isSameDocument) this.document = `,"evidence":{"document":"${escaped(document)}","start":`;
    this.stated = evidence;
    this.evidence = `${this.document}${start},"end":${end},"text":"${escaped(evidence.text)}"}}\n`;
    return this.evidence;
  }
}

/** What entities of each type begin with: of the few parts that a line is put together from, one instead of three. */
const TYPED = Object.fromEntries(ENTITY_TYPES.map((type) => [type, `"type":"${type}","name":"`])) as Readonly<
  Record<EntityType, string>
>;

const aliasesOf = ({ aliases }: EntityClaim): string =>
  aliases.length === 0
    ? '","aliases":[],"mentions":'
    : `","aliases":["${aliases.map(escaped).join('","')}"],"mentions":`;

// Fields, each after how it begins; nothing where it has no value.
const text = (begin: string, value: string | undefined): string =>
  value === undefined ? "" : `${begin}${escaped(value)}"`;
const number = (begin: string, value: number | undefined): string =>
  value === undefined ? "" : begin + value;
/** A date, a code or a word of the schema, which holds nothing to be escaped. */
const code = (begin: string, value: string | undefined): string =>
  value === undefined ? "" : `${begin}${value}"`;

/** What stands escaped in JSON: quotes, backslashes, control characters, halves of characters. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
/** A text as it stands between the quotes of JSON. */
const escaped = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text).slice(1, -1) : text);
