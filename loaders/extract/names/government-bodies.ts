import type { Candidate, NameDetector } from "../types.js";
import { nameStart } from "./window.js";

const SUFFIX = /(?:人民政府|市政府|省政府|区政府|县政府|监督管理局|管委会|管理委员会|委员会办公室)/gu;

/** Public authorities by the words that end their names. */
export const governmentBodies: NameDetector = {
  id: "name/government-body",
  detect({ norm }) {
    const found: Candidate[] = [];
    for (const match of norm.matchAll(SUFFIX)) {
      const end = match.index + match[0].length;
      const start = nameStart(norm, end, match[0].length + 2);
      if (start >= 0)
        found.push({ type: "GovernmentBody", start, end, rule: "name/government-body", confidence: 0.9 });
    }
    return found;
  },
};
