import { allMatches } from "../../patterns/all-matches.js";
import type { Block } from "../../types.js";
import { candidate } from "../candidate.js";
import { spanAt } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";

/** How titles of patents end. */
const TITLE_END =
  /(?:方法|装置|系统|设备|工艺|结构|机构|组件|材料|组合物|电路|芯片|制剂|注射剂|刀具|应用|用途|模具|涂层|膜|剂|器|机|锤|单元)$/;
const PATENT_NEAR =
  /^[^，。；]{0,4}(?:等?[\d一二两三四五六七八九十]*[项件]?)?(?:的)?(?:国家|授权|核心|职务)?(?:发明|实用新型|外观设计)?专利/;

/** After a title: it wins, alone or with others. */
const PRIZED =
  /^(?:（[^（）]{2,30}）)?(?:项目|成果|专利|技术)?(?:[、和与][^“”，。；]{0,20}“[^“”，。；]{4,40}”){0,6}(?:项目|成果|专利)?(?:等[\d一二两三四五六七八九十]{0,12}[项件]?)?(?:同|均|双双|分别|分|先后|荣|喜|则|也|又){0,6}[获摘斩捧夺][^，。；]{0,12}(?:金奖|银奖|优秀奖|专利奖)/;

/** 优秀奖由某公司的|“某某装置”摘得. */
const TAKEN = /(?:[金银铜]|[一二三]等|优秀)奖(?:则|也)?(?:由|归|花落|授予|颁给)[^，。；“”]{0,30}$/;

/** Named patents: a title in quotation or title marks beside 专利, or one that reads as a patent's (一种……方法). */
export const patents: NameDetector = {
  id: "patent",
  detect({ norm, blocks }) {
    const found: Candidate[] = [];
    if (!norm.includes("专利") && !norm.includes("一种")) return found;
    const push = (start: number, end: number, confidence: number): void => {
      found.push(candidate("Patent", start, end, "patent/title", confidence));
    };
    for (const match of allMatches(/[“《]([^“”《》\n。]{5,60})[”》]/g, norm)) {
      const title = match[1]!;
      const start = match.index + 1;
      const end = start + title.length;
      const block = spanAt(blocks, start);
      if (block === undefined) continue;
      const before = norm.slice(Math.max(block.start, start - 24), start - 1);
      const after = norm.slice(end + 1, Math.min(block.end, end + 16));
      const named = PATENT_NEAR.test(after) || /专利[^，。；]{0,3}$/.test(before);
      const like =
        /^一种/.test(title) ||
        (/(?:及其|的)[\u4e00-\u9fa5]{1,8}(?:方法|工艺|应用|用途)$/.test(title) &&
          (/专利/.test(norm.slice(block.start, block.end)) || /专利/.test(headingsOf(norm, block))));
      if (like) push(start, end, 0.95);
      else if (/(?:发明|实用新型|外观设计|核心|[件项])专利$/.test(before)) push(start, end, 0.85);
      // 专利奖揭晓，甲公司“某某方法”获金奖.
      else if (
        (PRIZED.test(norm.slice(end + 1, Math.min(block.end, end + 70))) ||
          TAKEN.test(norm.slice(Math.max(block.start, start - 40), start - 1))) &&
        /专利奖/.test(norm.slice(block.start, block.end))
      )
        push(start, end, 0.8);
      else if (named && TITLE_END.test(title) && !/(?:办法|方案|意见|规划|条例|通知)$/.test(title))
        push(start, end, 0.85);
    }
    // In rolls and tables titles stand without marks.
    for (const block of blocks) {
      if (block.end - block.start > 400) continue;
      const text = norm.slice(block.start, block.end);
      if (!text.includes("一种")) continue;
      for (const match of allMatches(
        /(?<=^|[\t：；。\s\d.、])一种[^\t，。；：（）《》“”—｜\n]{4,50}?(?=[\t，；。（—｜]| ?[｜/·→|]|——|$| {1,3}[\u4e00-\u9fa5]{2,20}(?:公司|集团|大学|学院|研究[院所]|医院|中心|厂)(?:[；、 \n]|$))/g,
        text,
      ))
        if (TITLE_END.test(match[0]) || /专利/.test(text) || /专利/.test(headingsOf(norm, block)))
          push(block.start + match.index, block.start + match.index + match[0].length, 0.9);
    }
    return found;
  },
};

function headingsOf(norm: string, block: Block): string {
  let text = "";
  for (let at = block.parent; at !== null; at = at.parent) text += norm.slice(at.start, at.end);
  return text;
}
