import { describe, expect, it } from "vitest";
import { nameKey, normalizeName } from "../../src/core/names.js";

describe("normalizeName", () => {
  it("drops width, case, spaces, quotes, brackets and dashes", () => {
    expect(normalizeName("ＩＥＣ／ＴＣ 9")).toBe("iec/tc9");
    expect(normalizeName("国家检验中心（湖南）")).toBe(normalizeName("国家检验中心(湖南)"));
    expect(normalizeName("“质量门诊”—A")).toBe("质量门诊a");
  });
  it("keeps types apart in keys", () => {
    expect(nameKey("Company", "某某 公司")).toBe("Company|某某公司");
    expect(nameKey("Award", "甲")).not.toBe(nameKey("Initiative", "甲"));
  });
});
