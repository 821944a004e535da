import type { Candidate, NameDetector } from "../types.js";
import { nameStart } from "./window.js";

const SUFFIX = /(?:高新技术产业开发区|经济技术开发区|高新区|经开区|工业园区?|科技园区?|开发区|保税区)/gu;

/** Development zones by the words that end their names. */
export const zones: NameDetector = {
  id: "name/zone",
  detect({ norm }) {
    const found: Candidate[] = [];
    for (const match of norm.matchAll(SUFFIX)) {
      const end = match.index + match[0].length;
      const start = nameStart(norm, end, match[0].length + 2);
      if (start >= 0) found.push({ type: "Zone", start, end, rule: "name/zone", confidence: 0.9 });
    }
    return found;
  },
};
