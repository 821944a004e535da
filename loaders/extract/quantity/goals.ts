import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { PairSet } from "../../patterns/pair-set.js";

export type Status = "ACTUAL" | "TARGET";

/** Words that make the figures after them in their sentence goals; tried where `GOAL_BEGINS` tells that one may begin. */
export const GOAL =
  /^\s{0,20}(?:按|按照|根据)《[^》]{4,40}(?:方案|规划|计划|纲要|意见|措施)》|预期(?=增长|达到)|力争|争取|争创|争获|确保|目标(?=[：，是为到])|计划(?:到|在|新|完成|建|用|于|投|实现|引|培|安排|总)|[，；。：]计划|拟(?:建|投|新|引|实施|在|于)|要(?:达到?|突破|超过|增[加长]|提高|提升|实现|建成|新增|力争|稳定|保持)|未来(?=[一二三四五两几\d]{1,12}年)|今后|将(?:把|使|让|每年|推|开展|实施|培|打造|支持|组织|围绕|聚焦|继续|进一步|以|投入|举办|制定|引|大力|全面|重点|达|突破|超过|新增|建|实现|完成|增|提|力|为|在|安排|新)|预计|有望|届时|(?:确定|明确|提出|部署|要求|设定)[，：]?(?=20\d\d年|到|全年)|准备(?=用|在|通过|新|再|投)|打算|下一步|下步|今后|接下来|不得(?:低|高|少|超)|应(?:达|不)|(?:建成|达产|满产|投产|投用|投运|竣工)后|设计(?=年?产)|提出[^。]{0,8}到/y;
/** With which two characters they begin, but for those at the beginning of a text. */
const GOALS = {
  预: "期计",
  力: "争",
  争: "取创获",
  确: "保定",
  目: "标",
  计: "划",
  "，": "计",
  "；": "计",
  "。": "计",
  "：": "计",
  拟: "建投新引实施在于",
  要: "达突超增提实建新力稳保求",
  未: "来",
  今: "后",
  将: "把使让每推开实培打支组围聚继进以投举制引大全重达突超新建完增提力为在安",
  有: "望",
  明: "确",
  提: "出",
  部: "署",
  准: "备",
  打: "算",
  下: "一步",
  接: "下",
  不: "得",
  应: "达不",
  建: "成",
  达: "产",
  满: "产",
  投: "产用运",
  竣: "工",
  届: "时",
  设: "计定",
};
const GOAL_BEGINS = PairSet.of(GOALS);
/** Words that say that the figures after them are so. */
export const FACT =
  /目前(?!的)|(?:编制|建成|引进|成立|培育|制定|完成|实现|形成|获得|达到|开展|拆除|创建|新增)了|现有|现已|已有|累计(?=[有已共获建捧摘夺]|拥有)|已(?:经|达|建|累|有|获|升|带|集|开|形|完|实|引|培|吸|突|超|聚|入|与|为)|截至|截止|共有|实现了|达到了|完成了|去年|如今/y;
const FACTS = {
  目: "前",
  编: "制",
  建: "成",
  引: "进",
  成: "立",
  培: "育",
  制: "定",
  完: "成",
  实: "现",
  形: "成",
  获: "得",
  达: "到",
  开: "展",
  拆: "除",
  创: "建",
  新: "增",
  现: "有已",
  已: "有经达建累获升带集开形完实引培吸突超聚入与为",
  累: "计",
  截: "至止",
  共: "有",
  去: "年",
  如: "今",
};
const FACT_BEGINS = PairSet.of(FACTS);
/** With which character any of them begins. */
const BEGINS = new CharacterSet([...Object.keys(GOALS), ...Object.keys(FACTS)].join(""));

const GOAL_HEADING = gated(
  /目标|任务|举措|措施|工作重点|要点|(?:实施|工作|行动)方案$|安排|对策|建议|打算|思路|下一步|下步|展望|计划|规划|要求|愿景|(?<![要向闯赢])未来|创建活动|下一程|蓝图|路线图|时间表/,
);
const FACT_HEADING = gated(
  /基础条件|发展基础|家底|底数|背景|情况|成效|总结|回顾|工作基础|现状|进展|进程|成绩|成就|亮点|成果|数说|概况|政策|数字|数据|荣誉|账本/,
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
  const cues: Cue[] = [];
  let text: string | undefined;
  let afterGoal = start;
  let afterFact = start;
  // None is of one character.
  for (let i = start; i < end - 1; i++) {
    if (!BEGINS.has(norm.charCodeAt(i)) && i > start) continue;
    const mayBeGoal = (GOAL_BEGINS.hasAt(norm, i) && i >= afterGoal) || i === start;
    const mayBeFact = FACT_BEGINS.hasAt(norm, i) && i >= afterFact;
    if (!mayBeGoal && !mayBeFact) continue;
    // What stands around the stretch is none of its matter.
    text ??= norm.slice(start, end);
    const goalEnd = mayBeGoal ? endAt(GOAL, text, i - start) : -1;
    if (goalEnd >= 0) {
      afterGoal = start + goalEnd;
      cues.push({ start: i, status: "TARGET", brief: BRIEF.has(text.charCodeAt(goalEnd - 1)) });
    }
    const factEnd = mayBeFact ? endAt(FACT, text, i - start) : -1;
    if (factEnd >= 0) {
      afterFact = start + factEnd;
      cues.push({ start: i, status: "ACTUAL", brief: false });
    }
  }
  return cues;
}

/** 达产后, 争创: of one statement. */
const BRIEF = new CharacterSet("后创");

function endAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
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
