import { Trie } from "../../lexicon/trie.js";
import { candidate } from "../candidate.js";
import { spanAt } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { placeLength } from "./left-edge.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** Verbs whose object is always something conferred, and those whose object is so where it says what its members are. */
const VERBS = Trie.of<boolean>([
  ..."获评 获评为 被评为 评为 被授予 获授 获颁 荣膺 荣获 被命名为 命名为 被表彰为 获表彰为 被认定为 获称 获誉 再获 又获 喜获 摘得 捧回 捧得"
    .split(" ")
    .map((word): [string, boolean] => [word, false]),
  ..."入选 列入 被列为 跻身 评上".split(" ").map((word): [string, boolean] => [word, true]),
]).shared();
/** 入选国家文化出口重点|企业 */
const MEMBERS = /(?:企业|单位|人才|工厂|园区|老字号|合作社|院校)$/;
/** What may stand between: 了, 过, dates, who confers. */
const BETWEEN =
  /^(?:[“”了过为]|[首第][一二三四五六七八九十\d]*[届批]|(?:19|20)\d\d(?:年度?)?|年度|[一二三四五六七八九十]月)*/;
const LEVEL =
  /^(?:齐鲁|荆楚|燕赵|江淮|八闽|三秦|三晋|湖湘|八桂|陇原|赣鄱|龙江|南粤|岭南|全[国省市区]|中国|国家|中华|国际|世界|亚洲|全球|大国|[省市]级|(?:[2-5]|A{1,4})A级)/;
const OBJECT =
  /^[\u4e00-\u9fa5A-Za-z\d·+]{3,26}?(?:“[\u4e00-\u9fa5A-Za-z\d]{1,10}”[\u4e00-\u9fa5]{2,12}?)?(?:（(?![首第再又蝉复])[\u4e00-\u9fa5、]{1,6}）(?:[\u4e00-\u9fa5]{2,12}(?:[县区市镇村园]|基地|城市|企业|单位))?)?(?=[，。；、！？”）（\n\t]|称号|荣誉|牌匾|等(?!级)|(?:[之以]?后|之际|时|以来)[，。；、]|$)/;
/** Objects that are no title, but for 标准化生产基地县 and its like: prizes have their own rule, and what is carried out is none. */
const NO_TITLE =
  /奖|级示范$|[的了在是将被]|试点|项目|工程|计划|资金|补助|支持|好评|批复|批准|授权|专利|证书|认可|资质|资格|金牌|银牌|铜牌|冠军$|第[一二三四五六七八九十]$|名单|平台|中心|实验室|标准(?!化(?:生产|种植|养殖)基地县)|通过|入选|订单|投资|公司|称赞|赞誉|关注|点赞|亿元|万元/;
const LONGEST = 26;

/** 获评全国某某先进企业, 被命名为中国某某之城: what is conferred is a title, whatever it ends in, if its level begins it. */
export function conferredTitles({ norm, blocks }: Source, known: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  /** Where the known ones end by where they start, and what they cover; made when first asked for. */
  let cover: { ends: Map<number, number>; taken: Uint8Array } | undefined;
  verbs: for (const verb = VERBS.in(norm); verb.next(); ) {
    const { end, value: isList } = verb;
    const until = Math.min(spanAt(blocks, end)?.end ?? end, end + 80);
    for (let at = end; at < until; ) {
      at += BETWEEN.exec(norm.slice(at, until))![0].length;
      const name = OBJECT.exec(norm.slice(at, Math.min(until, at + LONGEST + 8)))?.[0];
      if (name === undefined || NO_TITLE.test(name) || (isList && !MEMBERS.test(name))) break;
      cover ??= coverOf(known, norm.length);
      const shorter = cover.ends.get(at);
      // What is known already leads on to the next.
      if (shorter === at + name.length) {
        at = nextOf(norm, shorter);
        if (at < 0) break;
        continue;
      }
      const place = placeLength(name);
      if (!LEVEL.test(name) && (place === 0 || place > name.length - 3)) break;
      // 某省质量管理优秀|组织: a name that goes on by a word.
      const goesOn = shorter !== undefined && shorter < at + name.length && shorter + 4 >= at + name.length;
      const from = goesOn ? shorter : at;
      for (let i = from; i < at + name.length; i++) if (cover.taken[i] === 1) continue verbs;
      found.push(candidate("Award", at, at + name.length, "award/conferred", 0.8));
      at = nextOf(norm, at + name.length);
      if (at < 0) break;
    }
  }
  return found;
}

/** 某百强县第4位、|某标杆县: where the next of an enumeration begins; -1 where none does. */
function nextOf(norm: string, end: number): number {
  const match = AND.exec(norm.slice(end, end + 8));
  return match === null ? -1 : end + match[0].length;
}
const AND = /^[”]?(?:第[\d一二三四五六七八九十]{1,4}[位名])?[、和]/;

function coverOf(
  known: readonly Candidate[],
  length: number,
): { ends: Map<number, number>; taken: Uint8Array } {
  const taken = new Uint8Array(length);
  for (const { start, end } of known) taken.fill(1, start, end);
  return { ends: new Map(known.map((c) => [c.start, c.end])), taken };
}
