import { Endings } from "../../patterns/endings.js";
import { gated } from "../../patterns/gated.js";

/** Words that may stand before what is measured and are no part of its name; longer ones first where they share a beginning. */
const LEAD = gated(
  new RegExp(
    `^(?:${[
      "到(?:目前|现在|今天)?为止",
      "[近前]?[\\d一二三四五六七八九十两]{1,9}年(?:来|内|间)|连续(?:多|[\\d一二三四五六七八九十]{1,9})年|其中|同时|目前|截至|此外|另外?有|还有|另|并且|并(?!购|网)|也|又|仅|其(?!他|它|余)|这里|此次|当年|去年|今年|全年|年内|年底|期间",
      "(?:区|园区|辖区|境|市|县|省)(?:域|里|内)|内(?!蒙|资|需|销|贸|陆|部|河|燃|控)",
      "一?共计|合计|总计|一共|共有|共(?!享|同|建|性|有)|已经?|现有|现已|现(?!代|货|金|场)|先后|分别|预计|包括(?=.{2})|继续|进一步|努力|力争|争取|确保|计划(?!投资|总投资)|不断|稳步|全部|均(?!价)|都(?!市)|约|近|首次|成功",
      "要(?!素)|将|累计(?:共?有|拥有|实现|达)|累计(?=[（“])|实现|完成(?!率)|达到|拥有|建有|设有|开设|形成|集聚了?|聚集了?|汇聚了?|下设|下辖|旗下有?|有(?!效|色|机|轨|关|偿|毒|害|线|限)|是|使(?!用)|让(?!利)|把|却|则|手握|握有|坐拥|厂里|会(?!员|议|展|计|商|费)|能(?!源|耗|力|级|效)|半年多?来?就?",
      "在(?!孵|用|建|册|研|岗|校|产|营|库|编|职|外|保|校)|(?:该|本|我|全)(?:集团|公司|企业|区|市|县|省|院|所|园区|中心|州|镇)|(?:中心|企业|公司|集团|新区)(?=拥有|现有|已|共有|先后|累计|建有|实现)|我们|还(?!款|贷)|就(?!业|诊|医)|于|从(?!业|事)|由|比(?!例|重)|较|再(?!生|制造)|仍|以及|以(?!上|内)|至此|至今|如今",
    ].join("|")})`,
  ),
);
/** Words between what is measured and its figure. */
const TRAILS = new Endings();
const RISES =
  "增加 增长 提升 提高 上升 扩大 扩充 扩展 拓展 扩容 下降 发展 壮大 跃升 攀升 飙升 回升 抬升 压减 压缩 压降 缩短 缩减 降低 减少 精简 延长 积累 增 升 降 提 减 压 缩 扩 涨 跌";
for (const rise of RISES.split(" ")) TRAILS.add(`${rise}到 ${rise}至 ${rise}为 ${rise}了`);
TRAILS.add("达到 达 已达 数达 数已达 为 是 有 超过 超 突破 实现 完成 均 已 已经 约 近 首次 不低于");
TRAILS.add("保持在 稳定在 控制在 维持在 稳控在 保持 维持 落在 控在 落制在 控制在");
TRAILS.add("站上 迈上 跨上 登上 冲上 跃上 跨越 迈过 迈入 冲刺 冲击 冲破 挺进 进入 逼近 迈向");
TRAILS.add("累计 分别 一共 共有 总共有 共计 合计 总计 要 将 至 到 了 力争 争取 有望 仅 还 也 又 再");
TRAILS.add("目前 现 现有 拥有 预计 一举 相继 陆续 连续 稳步 始终 由 从 的 以 不到 占了 多达 高达 共达");
TRAILS.add("成功 继续 持续 逐步 不断 原来");
TRAILS.add("都", { unless: "成首" });
TRAILS.add("就", { unless: "成" });
TRAILS.add("共", { unless: "公" });
TRAILS.add("在", { unless: "潜" });
TRAILS.add("只", { unless: "船" });
TRAILS.add("可 可达", { unless: "许" });
TRAILS.add("得", { unless: "所获" });
TRAILS.add("首", { after: "值额入量" });
TRAILS.add("冲", { after: "值额入量率年" });
const TRAIL_MARKS = gated(/[:：“（(，、；\s—-]$/);
const IN_A_ROW = gated(/连续(?:多|[\d一二三四五六七八九十]{1,9})年$/);
/** As long as that can be. */
const LONGEST_ROW = 12;
const EDGES = gated(/^[\s，、。：:；·—\-－）)】”’的了]+/);

/** What is measured, of the text before a figure: without adverbs and verbs at its ends. */
export function measured(text: string): string {
  return withoutLead(withoutTrail(text));
}

/** How many words are taken away at either end; nobody writes more of them in a row. */
const MOST_WORDS = 20;

/** Without adverbs, light verbs and times at the beginning. */
export function withoutLead(text: string): string {
  let rest = EDGES.replace(text, "");
  for (let words = 0; words < MOST_WORDS; words++) {
    const shorter = EDGES.replace(LEAD.replace(rest, ""), "");
    if (shorter === rest) return rest;
    rest = shorter;
  }
  return rest;
}

/** Without copulas, adverbs and punctuation at the end. */
export function withoutTrail(text: string): string {
  let end = text.length;
  for (let words = 0; words < MOST_WORDS; words++) {
    const length = trailLength(text, end);
    if (length === 0) break;
    end -= length;
  }
  return end === text.length ? text : text.slice(0, end);
}

/** How long the word is that may be taken away before an offset, 0 where none stands there. */
function trailLength(text: string, end: number): number {
  if (end === 0) return 0;
  const row = IN_A_ROW.exec(text, Math.max(0, end - LONGEST_ROW), end);
  if (row !== null) return row[0].length;
  return TRAIL_MARKS.test(text, end - 1, end) ? 1 : TRAILS.lengthBefore(text, end);
}

/** Without what stands in brackets, but for （含…） which narrows the measure. */
export function withoutBrackets(text: string): string {
  return text.includes("（") ? text.replace(/（(?!不?含)[^（）]{0,200}）/g, "") : text;
}

const UNTIDY = gated(/[\s“”]/);

/** Without white space and a lone mark at either end. */
export function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  const plain = text.replace(/\s+/g, "");
  const opened = timesOf("“", plain) - timesOf("”", plain);
  return opened > 0 ? plain.replace(/“(?=[^“]{0,200}$)/, "") : opened < 0 ? plain.replace("”", "") : plain;
}

function timesOf(character: string, text: string): number {
  let times = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) times++;
  return times;
}
