import { expect, it } from "vitest";
import { tierAt, tierOfCell } from "../../../../loaders/extract/award/tiers.js";

it.each([
  ["提名奖", "NOMINATION"],
  ["入围奖", "NOMINATION"],
  ["特等奖", "GRAND"],
  ["卓越奖", "GRAND"],
  ["金奖", "GRAND"],
  ["一等奖", "FIRST"],
  ["二等奖", "SECOND"],
  ["银奖", "SECOND"],
  ["三等奖", "THIRD"],
  ["铜奖", "THIRD"],
  ["优秀奖", "EXCELLENCE"],
  ["创新奖", "EXCELLENCE"],
  ["鼓励奖", "EXCELLENCE"],
  ["正奖", "WINNER"],
])("%s is %s", (word, tier) => {
  expect(tierAt(word, 0)?.tier).toBe(tier);
  expect(tierOfCell(word)).toBe(tier);
});

it("reads cells that say more or less", () => {
  expect(tierOfCell("质量奖")).toBe("WINNER");
  expect(tierOfCell("提名奖（组织）")).toBe("NOMINATION");
  expect(tierOfCell("二等")).toBe("SECOND");
  expect(tierOfCell("/")).toBeUndefined();
  expect(tierOfCell("—")).toBeUndefined();
});

it("does not take other words for tiers", () => {
  expect(tierAt("奖励", 0)).toBeUndefined();
  expect(tierAt("提名为候选人", 0)).toBeUndefined();
});
