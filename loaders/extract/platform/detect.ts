import {
  FOUNDED_BODY_HEADS,
  JOINT_BODY_HEADS,
  PLATFORM_GENERIC,
  PLATFORM_HEADS,
  WEAK_PLATFORM_HEADS,
} from "../../lexicon/platforms.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { candidate } from "../candidate.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import { bracketAfter } from "../shape/bracket.js";
import { madeOf } from "../shape/generic.js";
import { endsOf, longestHeads } from "../shape/heads.js";
import { type LeftEdges, leftEdges } from "../shape/left-edge.js";
import type { Candidate, NameDetector } from "../types.js";

const FOUNDED_BODIES = Trie.ofWords(FOUNDED_BODY_HEADS).shared();
const HEADS = Trie.ofWords([...PLATFORM_HEADS, ...JOINT_BODY_HEADS]).shared();
const MARKS = new CharacterSet("“”（）与和及");
const JOINT = new Set(JOINT_BODY_HEADS);
const WEAK = new Set(WEAK_PLATFORM_HEADS);
const GENERIC = Trie.ofWords(PLATFORM_GENERIC);

/** What follows a head that is not the end of a name, or that belongs to a firm, an office or a count. */
const NOT_AFTER = gated(/^(?:有限|股份|集团|公司|化|级|点|主任|城市|技术[，。、]|建设(?:办|工程))/u);
/** How many of a class there are, unless it sums up a list of names (、国家某某中心4个国家级中心). */
const COUNTED_AFTER = gated(/^[一二三四五六七八九十两\d]{1,12}(?:个|家|所|座)/u);
/** A firm's or a school's whole-body verb before a research body makes it a platform. */
const FOUNDED = gated(
  /(?:共建|合建|合办|创办|联办|组建|联合成立|共同成立|联合建立|成立|建有|建立|(?:承担|承建|牵头建设|牵头组建|负责建设)的)(?:了|的)?$/u,
);
/** A verb of founding or running before a name of a kind that institutions share. */
const LED_BY = gated(
  /(?:建有|建成|建立|共建|合建|组建|筹建|获批|承建|运营|设立|成立|拥有|建设|打造|搭建|引进|设有|挂牌|创建|升级为)(?:了|的)?$/u,
);
/** Who runs it, after its name. */
const RUN_BY = gated(/^(?:就|则|目前)?由[^，。；]{3,30}?(?:运营|主办|承建|建设|管理|共建|举办|承办)/u);
/** A verb of founding together, up to the name of the body that is founded. */
const FOUNDED_TOGETHER = gated(
  /(?:共建|合建|合办|联办|创办|(?:联合|共同|联手|合作|携手)(?:成立|建立|组建|设立|创办|打造|建设|建起|办起)|(?:挂牌|揭牌)成立)(?:了|起)?(?:一[家个所])?([^，。；、“”]{3,34})$/u,
);
/** A territory's own inspection or metrology body is an organization: 某市计量测试中心, 某县公共检验检测中心. */
const OWN_BODY = gated(
  /^(?:[^国省]{2,6}(?:市|县|区|州|旗)|[^国]{2,3}(?:省|自治区))(?:[^市县区]{1,3}区)?(?:产品)?(?:质量|公共|综合|食品|药品|食品药品|计量|农产品|技术|产品|安全|环境|监督|特种设备|建设|工程|检验|标准|纤维|与){0,12}(?:检验检测中心|检验中心|检测中心|测试中心|计量中心|研究中心|检疫中心|推广中心|交易中心|评价中心)$|^[^国省]{2,6}(?:市|县|区|旗)(?![^市县区旗]{0,8}(?:产业|工程|创新|重点|院|所))[\u4e00-\u9fa5]{2,8}(?:检验检测中心|质量检测中心)$/u,
);

const NATIONAL = gated(/^国家(?!级)/u);
const JOINED = gated(/[等或]$|^[和与及或]/u);
/** What serves citizens or runs an office. */
const NO_PLATFORM = gated(
  /标准化研究中心$|^(?!中国).{0,30}知识产权保护中心$|(?:政务|便民|会展|会议|购物|体育|文化|人才|就业|社区|活动|审批|档案|信息)(?:服务)?中心$|(?:政务|投诉|举报|12315|信用|监管|政府|管理|公共资源|消费|维权|追溯|监控|一体化|执法|预警|办公|热线|便民|办事|融媒体|网络)[^，。；]{0,8}平台$/u,
);

/** Laboratories, centres, bases, service platforms and the like, by the word that ends their names. */
export const platforms: NameDetector = {
  id: "platform/name",
  detect({ norm }) {
    const edges = leftEdges(norm);
    const heads = longestHeads(norm, HEADS);
    const ends = endsOf(heads);
    const found: Candidate[] = [];
    for (const head of heads) {
      if (NOT_AFTER.test(norm, head.end, head.end + 6)) continue;
      const edge = edges.before(head.start, 40, ends);
      const start = trimmed(norm, acrossList(norm, edges, edge, ends), head.start);
      const modifier = norm.slice(start, head.start);
      const name = norm.slice(start, head.end);
      const summed = norm[start - 1] === "、" && NATIONAL.test(name);
      if (!summed && COUNTED_AFTER.test(norm, head.end, head.end + 6)) continue;
      const end = branchAfter(norm, bracketAfter(norm, head.end));
      if (JOINED.test(modifier)) continue;
      const plain =
        modifier.length < 2 ||
        madeOf(MARKS.within(modifier) ? modifier.replace(/[“”（）与和及]/gu, "") : modifier, GENERIC);
      if (plain && (end === head.end || modifier.length < 2 || KIND.test(norm, head.end, end))) continue;
      if (isClass(modifier)) continue;
      if (OWN_BODY.test(name)) continue;
      if (
        WEAK.has(head.value) &&
        !(/^(?:国家|[^，。；]{2,8}省)/u.test(name) && !/[站]$/u.test(name)) &&
        !LED_BY.test(norm, Math.max(0, start - 8), start) &&
        !RUN_BY.test(norm, end, end + 40)
      )
        continue;
      if (NO_PLATFORM.test(name)) continue;
      const joint = JOINT.has(norm.slice(head.start, head.end));
      if (
        joint &&
        !FOUNDED.test(norm, Math.max(0, start - 8), start) &&
        !/^由[^，。；]{4,50}(?:共建|合建|共同|联合|组建)|^(?:——|：)/u.test(
          norm.slice(head.end, head.end + 60),
        )
      )
        continue;
      found.push(candidate("Platform", start, end, "platform/name", 0.92, joint ? 1 : 0));
    }
    return found.concat(foundedTogether(norm));
  },
};

/** …工程技术研究中心|宜宾基地, …重点实验室|会泽分室: a branch in another place bears the whole's name. */
function branchAfter(norm: string, end: number): number {
  const place = PLACE_NAMES.longestEnd(norm, end);
  if (place < 0) return end;
  const branch = BRANCH.exec(norm.slice(place, place + 3));
  return branch === null ? end : place + branch[0].length;
}
const BRANCH = /^(?:分中心|分室|分部|分院|分站|基地)/u;

/** （实验室） after a class of centres is another class. */
const KIND = gated(/^（(?:工程|重点|企业)?(?:实验室|研究中心|技术中心|中心|平台|基地|分中心)）$/u);
/** 某市省级…中心, 某行业国家级…中心, 某市第4家…: of a rank or number, and nothing that names one. */
const RANKED =
  /^(.{0,300}?)(?:国家级|省部?级|自治区级|市级|区级|县级|部级|“?国字号”?|(?<=[市区县州盟])国家|第[\d一二三四五六七八九十]{1,12}[家个])(.{0,300})$/u;

/** What each rank or number of these holds. */
const RANK = new CharacterSet("级号国第");

function isClass(modifier: string): boolean {
  if (!RANK.within(modifier)) return false;
  const [, of, rest] = RANKED.exec(modifier.replace(/[“”（）]/gu, "")) ?? [];
  if (of === undefined || rest === undefined) return false;
  const whose = of === "" || /行业$|^全/u.test(of) || PLACE_NAMES.longestEnd(of, 0) === of.length;
  return whose && (rest === "" || madeOf(rest, GENERIC));
}

/** Research bodies of any name right after a verb of founding together: 共建某大学某某研究院. */
function foundedTogether(norm: string): Candidate[] {
  const found: Candidate[] = [];
  for (const head of longestHeads(norm, FOUNDED_BODIES)) {
    if (NOT_AFTER.test(norm, head.end, head.end + 6)) continue;
    const match = FOUNDED_TOGETHER.exec(norm, Math.max(0, head.end - 50), head.end);
    if (match === null || match[1]!.length <= head.value.length || match[1]!.startsWith("的")) continue;
    found.push(
      candidate("Platform", head.end - match[1]!.length, head.end, "platform/founded-together", 0.9, 1),
    );
  }
  return found;
}

/** 国家葡萄酒及白酒、露酒…中心: the start of a national centre's name that lists what it inspects. */
function acrossList(norm: string, edges: LeftEdges, start: number, ends: ReadonlySet<number>): number {
  if (norm[start - 1] !== "、" || edges.opensAt(start)) return start;
  const earlier = edges.before(start - 1, 24);
  if (!norm.startsWith("国家", earlier) || norm.startsWith("国家级", earlier)) return start;
  for (let at = earlier + 1; at < start; at++) if (ends.has(at)) return start;
  return earlier;
}

const FRONT = gated(
  /^(?:(?:我?[国省市县区]|全[国省市县区]|国内|省内)?(?:首家|首个|唯一|第[一二三四五六七八九十]{1,12}(?:家|个))的?|[一二三四五六七八九十两\d]{1,12}(?:个|家|所|座|大)|获批的|建设|建成|运行|[\u4e00-\u9fa5]{0,4}(?:尚无|暂无|没有)|“){1,6}/u,
);

const LISTED = /(?<![高同平初特])等(?![级离])/u;

/** The start without what counts or praises: 全省首家, 两个. */
function trimmed(norm: string, start: number, head: number): number {
  const quoted = norm[start] === "“" && norm.indexOf("”", start) < head;
  if (quoted) return start;
  const front = FRONT.exec(norm, start, head);
  const from = front === null ? start : start + front[0].length;
  // 计量、检测等一站式平台: the name begins after the list.
  const rest = norm.slice(from, head - 1);
  const parted = rest.includes("项") ? /^.*项目[和与及]/u.exec(rest) : null;
  if (parted !== null) return from + parted[0].length;
  const listed = rest.includes("等") ? LISTED.exec(rest) : null;
  return listed === null ? from : from + listed.index + 1;
}
