import { COMMITTEE_GENERIC, COMMITTEE_HEADS } from "../../lexicon/standards.js";
import { Trie } from "../../lexicon/trie.js";
import { matchesAtWords } from "../../patterns/matches-at.js";
import { namedCandidate } from "../candidate.js";
import { madeOf } from "../shape/generic.js";
import { endsOf, longestHeads } from "../shape/heads.js";
import { leftEdges } from "../shape/left-edge.js";
import { spanAt } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { codeKey, codesIn, parentCode } from "./codes.js";

const HEADS = Trie.ofWords(COMMITTEE_HEADS).shared();
const GENERIC = Trie.ofWords(COMMITTEE_GENERIC);
const IEEE = /IEEE ?(?:SA|P?\d[\d.]{0,12}[a-z]?)?[\u4e00-\u9fa5]{0,12}?(?:工作组|标准委员会)/uy;
const IEEE_BEGINS = Trie.ofWords(["IEEE"]).shared();
/** How near a subcommittee stands to the committee whose part it is. */
const NEAR = 40;
const SENTENCE_END = /[。！？；\n]/u;

interface Named {
  start: number;
  end: number;
  name: string;
}

/** Standards organizations: committees, subcommittees and working groups by name and by code. */
export const standardsBodies: NameDetector = {
  id: "standards/body",
  detect({ norm }) {
    const named = committees(norm);
    const byEnd = new Map(named.map((body) => [body.end, body]));
    const byStart = new Map(named.map((body) => [body.start, body]));
    const nameOfCode = new Map<string, string>();
    const found: Candidate[] = [];
    const add = (start: number, end: number, name: string, rule: string): void => {
      // IEC TC57 is also written IEC/TC57.
      const slashed = name.replace(/^(ISO|IEC|SAC) (?=[TSJP])/u, "$1/");
      const body = namedCandidate("StandardsBody", start, end, name, rule, 0.95);
      if (slashed !== name) body.aliases = [slashed];
      found.push(body);
    };
    for (const code of codesIn(norm)) {
      const surface = norm.slice(code.start, code.end);
      const key = codeKey(surface);
      const before =
        norm[code.start - 1] === "（" && "），、".includes(norm[code.end] ?? "")
          ? byEnd.get(code.start - 1)
          : undefined;
      if (before !== undefined) {
        // 风电轴承分技术委员会（SAC/TC98/SC5）, whose committee was named with SAC/TC98.
        const parent = nameOfCode.get(parentCode(surface) ?? "");
        if (parent !== undefined && !before.name.includes("标准化")) before.name = parent + before.name;
        nameOfCode.set(key, before.name);
        add(code.start, code.end, before.name, "standards/code-in-brackets");
        continue;
      }
      const inside = norm[code.end] === "（" ? byStart.get(code.end + 1) : undefined;
      if (inside !== undefined && norm[inside.end] === "）") inside.name = surface;
      const known = nameOfCode.get(key) ?? nameOfCode.get(`SAC/${key}`);
      if (code.bare && known === undefined) continue;
      if (spanAt(named, code.start) !== undefined) continue;
      if (known === undefined) nameOfCode.set(key, surface);
      add(code.start, code.end, known ?? surface, "standards/code");
    }
    for (const match of matchesAtWords(IEEE_BEGINS, IEEE, norm))
      add(match.index, match.index + match[0].length, match[0], "standards/ieee");
    for (const body of named) add(body.start, body.end, body.name, "standards/name");
    return found;
  },
};

/** Committees by the shape of their names, with the committee above where the text names it first. */
function committees(norm: string): Named[] {
  const edges = leftEdges(norm);
  const heads = longestHeads(norm, HEADS);
  const ends = endsOf(heads);
  const found: Named[] = [];
  for (const [i, head] of heads.entries()) {
    // A committee whose name goes on to its subcommittee or working group is named by the whole.
    const next = heads[i + 1];
    const start = skipFront(norm, edges.before(head.start, 46, ends), head.start);
    if (next !== undefined && next.start - head.end <= 24 && edges.before(next.start, 46, ends) <= start)
      continue;
    const surface = norm.slice(start, head.end);
    const name = surface.replace(/（[^（）]*）/gu, "");
    const modifier = norm.slice(start, head.start);
    if (modifier.length < 2 || /专业标准/u.test(name) || madeOf(modifier, GENERIC)) continue;
    const above = found.length === 0 ? undefined : found[found.length - 1]!;
    const sameSentence = above !== undefined && !SENTENCE_END.test(norm.slice(above.end, start));
    // 该分会某某工作组: a part of the body that the text named last.
    const part = /^(?:分会|委员会|分委会|技委会|标委会|分技委)(.{2,})$/u.exec(name);
    if (part !== null && norm[start - 1] === "该" && above !== undefined) {
      found.push({ start, end: head.end, name: above.name + part[1]! });
      continue;
    }
    if (head.value === "工作组" && !/标准|委员会|TC ?\d|WG ?\d/u.test(name)) {
      if (
        !sameSentence ||
        !/(?:设立|成立|组建|下设|设有|新设)了?$|^(?:（[^（）]{0,200}）)?的$/u.test(
          norm.slice(above.end, start),
        )
      )
        continue;
      found.push({ start, end: head.end, name: above.name + name });
      continue;
    }
    if (/^分(?:会|技委)$/u.test(head.value) && !/技术委员会/u.test(name)) continue;
    if (
      head.value === "技术委员会" &&
      !/^(?:国际标准化组织|国际电工委员会|ISO|IEC|国际|全国(?!.{0,2}技术))/u.test(name)
    )
      continue;
    // 某委员会…、某分技术委员会: the part of the committee named right before in the sentence.
    const isPart = head.value === "分技术委员会" && !/标准化|全国|TC ?\d/u.test(name) && sameSentence;
    const whole =
      isPart && start - above.end <= NEAR && /标准化技术委员会$/u.test(above.name) ? above.name : "";
    found.push({ start, end: head.end, name: whole + name });
  }
  return found;
}

/** Past what leads up to a name within its stretch: 其下, 下设. */
function skipFront(norm: string, start: number, head: number): number {
  const front = /^(?:履行好?|做好|下设的?|下属的?|下|两个|三个|[和与及]|第[一二三]届)+/u.exec(
    norm.slice(start, head),
  );
  return front === null ? start : start + front[0].length;
}
