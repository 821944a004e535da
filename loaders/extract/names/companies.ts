import type { Candidate, NameDetector } from "../types.js";
import { nameStart } from "./window.js";

const SUFFIX = /(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司)/gu;

/** Firms by their legal form. */
export const companies: NameDetector = {
  id: "name/company",
  detect({ norm }) {
    const found: Candidate[] = [];
    for (const match of norm.matchAll(SUFFIX)) {
      const end = match.index + match[0].length;
      const start = nameStart(norm, end, match[0].length + 2);
      if (start >= 0) found.push({ type: "Company", start, end, rule: "name/company", confidence: 0.9 });
    }
    return found;
  },
};
