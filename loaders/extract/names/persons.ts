import type { Candidate, NameDetector } from "../types.js";

const TITLE_NAME =
  /(?:董事长|总经理|总裁|局长|书记|市长|主任|院长|校长|总工程师|教授|研究员|院士|首席质量官)([\u4e00-\u9fa5]{2,3})(?=[，。、；：（）“”]|说|表示|介绍|$)/gu;

/** Persons by their titles. */
export const persons: NameDetector = {
  id: "name/person",
  detect({ norm }) {
    const found: Candidate[] = [];
    for (const match of norm.matchAll(TITLE_NAME)) {
      const end = match.index + match[0].length;
      found.push({
        type: "Person",
        start: end - match[1]!.length,
        end,
        rule: "name/person",
        confidence: 0.8,
      });
    }
    return found;
  },
};
