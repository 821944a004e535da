import { expect, it } from "vitest";
import { countEach, startCounting } from "../patterns/steps.js";

startCounting();
const { readBytes } = await import("../../loaders/read/read-document.js");
const { prepareDocuments } = await import("../../loaders/prepare.js");

const DIGITS = "一二三四五六七八九";
const digit = (i: number): string => DIGITS[i % 9]!;
const firm = (i: number): string => `云帆${digit(i)}${digit((i / 9) | 0)}${digit((i / 81) | 0)}机械有限公司`;

/** Lines that lists of winners are made of, and such as look like them: what is read as one with the lines beside it. */
const LINES: Record<string, (i: number) => string> = {
  "labels of no record": (i) => `经营范围：水泵制造${i}`,
  "labels of a record and of none": (i) => (i % 4 ? `经营范围：水泵制造${i}` : `获奖单位：无${i}`),
  "one label of records": (i) => `获奖单位：无${i}`,
  "labels and their values below": (i) => (i % 2 ? "获奖单位：" : firm(i)),
  "records of nobody": (i) => ["获奖单位：无", "获奖年份：2018年", "奖项：无"][i % 3]!,
  "firms and what is told of each": (i) => `## ${firm(i)}\n\n公司成立于1993年。`,
  "cards without awards": (i) => `### 0${(i % 9) + 1}　${firm(i)}\n\n某事。`,
  "persons' cards without honours": (i) => `王${digit(i)}${digit(Math.trunc(i / 9))}　个人`,
  firms: firm,
  "firms with years": (i) => `${firm(i)}（201${i % 9}年）`,
  "an award with years": (i) => `云帆市市长质量奖（201${i % 9}年）`,
  "firms and their award by turns": (i) => (i % 2 ? firm(i) : "2018年云帆市市长质量奖"),
  "rounds and firms": (i) => `## 第${i}批\n\n${firm(i)}`,
  "firms with signs": (i) => `${firm(i)}${"★①△"[i % 3]}`,
  "notes of signs": (i) => `注${i}：2018年`,
  "questions and answers": (i) => `问：${firm(i)}呢？\n\n答：它在2018年获了奖。`,
  "tiers with counts": (i) => `一等奖（${i % 5}家）`,
  "tiers with firms": (i) => `一等奖：${firm(i)}`,
  "prose of one award": (i) => `${firm(i)}在2018年获云帆市市长质量奖提名奖，同年又获省长质量奖。`,
  "rows of a table": (i) => `| ${firm(i)} | 2018 | ★ |`,
  "cells without a table": (i) => `${firm(i)}\t2018年\t提名奖`,
  "names in brackets": (i) => `【${firm(i)}】`,
  "names that something is to follow": (i) => `${firm(i)}——`,
};
const FEW = 150;
const MOST = 6;

const documentOf = (line: (i: number) => string, lines: number, parted: string): string =>
  `# 云帆市市长质量奖获奖名单\n\n${Array.from({ length: lines }, (_, i) => line(i)).join(parted)}\n`;

async function extract(text: string): Promise<void> {
  const [document] = await readBytes(Buffer.from(text), "lines.md");
  expect(await prepareDocuments([document as never])).toMatchObject([{ issues: [] }]);
}

const isOurs = (url: string): boolean => /\/(?:loaders|schema)\//.test(url);

it.each(Object.entries(LINES))(
  "%s: four times as many lines take steps in proportion",
  async (kind, line) => {
    const parted = kind.startsWith("rows") ? "\n" : "\n\n";
    const read = (lines: number) => () => extract(documentOf(line, lines, parted));
    // What is read once only.
    await read(FEW)();
    const [few, many] = await countEach(isOurs, [read(FEW), read(4 * FEW)]);
    expect(many! / few!).toBeLessThan(MOST);
  },
  120_000,
);
