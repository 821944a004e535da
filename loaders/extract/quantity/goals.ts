import { allMatches } from "../../patterns/all-matches.js";
import { gated } from "../../patterns/gated.js";

export type Status = "ACTUAL" | "TARGET";

/** Words that make the figures after them in their sentence goals. */
const GOAL =
  /^\s{0,20}(?:按|按照|根据)《[^》]{4,40}(?:方案|规划|计划|纲要|意见|措施)》|预期(?=增长|达到)|力争|争取|争创|争获|确保|目标(?=[：，是为到])|计划(?:到|在|新|完成|建|用|于|投|实现|引|培|安排|总)|[，；。：]计划|拟(?:建|投|新|引|实施|在|于)|要(?:达到?|突破|超过|增加|提高|提升|实现|建成|新增|力争|稳定|保持)|未来(?=[一二三四五两几\d]{1,12}年)|今后|将(?:把|使|让|每年|推|开展|实施|培|打造|支持|组织|围绕|聚焦|继续|进一步|以|投入|举办|制定|引|大力|全面|重点|达|突破|超过|新增|建|实现|完成|增|提|力|为|在|安排|新)|预计|有望|(?:确定|明确|提出|部署)，?(?=20\d\d年|到|全年)|准备(?=用|在|通过|新|再|投)|打算|下一步|下步|今后|接下来|不得(?:低|高|少|超)|应(?:达|不)|(?:建成|达产|满产|投产|投用|投运|竣工)后|设计(?=年?产)|提出[^。]{0,8}到/g;
/** Words that say that the figures after them are so. */
const FACT =
  /目前(?!的)|(?:编制|建成|引进|成立|培育|制定|完成|实现|形成|获得|达到|开展|拆除|创建|新增)了|现有|现已|已有|累计(?=有|已|共|拥有|获|建)|已(?:经|达|建|累|有|获|升|带|集|开|形|完|实|引|培|吸|突|超|聚|入|与|为)|截至|截止|共有|实现了|达到了|完成了|去年|如今/g;

const GOAL_HEADING = gated(
  /目标|任务|举措|措施|重点(?!企业|产业|项目|园区|行业|实验室|产品|单位|领域|指标)|安排|打算|思路|下一步|下步|展望|计划|规划|要求|愿景|(?<![要向闯赢])未来|创建活动|下一程|蓝图|路线图|时间表/,
);
const FACT_HEADING = gated(
  /基础条件|发展基础|家底|底数|背景|情况|成效|总结|回顾|工作基础|现状|进展|进程|成绩|成就|亮点|成果|数说|概况/,
);

/** 夯实发展基础，突出成效 asks for it. */
const IMPERATIVE = gated(
  /^[（(]?[\d一二三四五六七八九十]*[)）.．、]?\s*(?:夯实|突出|提升|加强|推进|强化|打造|优化|完善|全面|大力|深化|加快|健全|稳步提升)/,
);
const LEAD_GOAL = gated(/目标|下一步|下步|打算|愿景|时间表|路线图|硬指标/);

/** 某方案列出了路线图： before a list. */
const LIST_OF_GOALS = gated(/(?:路线图|目标|任务|打算|计划|硬?指标|蓝图)[：:]\s*$/);

/** A word that says whether the figures after it in its sentence are goals. */
export interface Cue {
  start: number;
  status: Status;
  /** 达产后: holds for the statement that it stands in, not for the next after a semicolon. */
  brief: boolean;
}

/** The cues of a stretch of normalized text, in order. */
export function cuesIn(norm: string, start: number, end: number): Cue[] {
  const text = norm.slice(start, end);
  const cues: Cue[] = [];
  for (const match of allMatches(GOAL, text))
    cues.push({ start: start + match.index, status: "TARGET", brief: match[0].endsWith("后") });
  for (const match of allMatches(FACT, text))
    cues.push({ start: start + match.index, status: "ACTUAL", brief: false });
  return cues.sort((a, b) => a.start - b.start);
}

const LEAD = gated(/^[^，；]{2,16}?[。：:]/);

/** What a heading says: goals, or what has been; one that names both says nothing. */
export function statusOfHeading(text: string): Status | undefined {
  const goal = GOAL_HEADING.test(text);
  const fact = FACT_HEADING.test(text) && !IMPERATIVE.test(text);
  return goal === fact ? undefined : goal ? "TARGET" : "ACTUAL";
}

/** What the first words of a paragraph say: 主要目标。…, （一）工作基础：… */
export function statusOfLead(text: string): Status | undefined {
  const lead = LEAD.exec(text)?.[0];
  if (lead === undefined) return LIST_OF_GOALS.test(text) ? "TARGET" : undefined;
  const goal = LEAD_GOAL.test(lead);
  const fact = FACT_HEADING.test(lead) && !IMPERATIVE.test(lead);
  return goal === fact ? undefined : goal ? "TARGET" : "ACTUAL";
}
