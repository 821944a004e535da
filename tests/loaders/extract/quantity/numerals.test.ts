import { expect, test } from "vitest";
import { hanValue, numeralAt } from "../../../../loaders/extract/quantity/numerals.js";

const value = (text: string): number | undefined => numeralAt(text, 0)?.value;

test.each([
  ["12", 12],
  ["2,345件", 2345],
  ["24.37万件", 243700],
  ["1330.5亿元", 133050000000],
  ["1.2万亿元", 1200000000000],
  ["3千台", 3000],
  ["5百余人", 500],
  ["三千五百", 3500],
  ["十二", 12],
  ["一百二十万", 1200000],
  ["二〇二三", 2023],
])("%s is %d", (text, expected) => {
  expect(value(text)).toBe(expected);
});

test.each([
  ["3.6万余家", 5],
  ["2400多家", 5],
  ["十余项", 2],
])("%s is more than its number", (text, end) => {
  expect(numeralAt(text, 0)).toMatchObject({ more: true, end });
});

test("a unit that begins like a multiplier is none: 30千瓦", () => {
  expect(numeralAt("30千瓦", 0)).toMatchObject({ value: 30, end: 2 });
});

test("a bare multiplier is one of it: 千万", () => {
  expect(hanValue("千万")).toBe(10000000);
});

test("words are no numbers", () => {
  expect(numeralAt("家", 0)).toBeUndefined();
});
