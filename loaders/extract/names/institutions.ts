import type { Candidate, NameDetector } from "../types.js";
import { nameStart } from "./window.js";

const SUFFIX = /(?:大学|学院|研究院|研究所|研究总院|医院|协会|学会|商会|中学|小学)/gu;

/** Institutions by the words that end their names. */
export const institutions: NameDetector = {
  id: "name/institution",
  detect({ norm }) {
    const found: Candidate[] = [];
    for (const match of norm.matchAll(SUFFIX)) {
      const end = match.index + match[0].length;
      const start = nameStart(norm, end, match[0].length + 2);
      if (start >= 0)
        found.push({ type: "Institution", start, end, rule: "name/institution", confidence: 0.9 });
    }
    return found;
  },
};
