import { describe, expect, it } from "vitest";
import { readPdf } from "../../../loaders/read/formats/pdf.js";
import { type PdfText, pagesOf, pdfOf } from "../../support/pdf.js";

const textOf = async (pages: PdfText[][]): Promise<string[]> =>
  (await readPdf(pdfOf(pages), "a.pdf")).text.split(/\n+/);

describe("readPdf", () => {
  it("drops page numbers and what stands on every page, and goes on over page breaks", async () => {
    const sentence = "湘潭莲城泵业有限公司连续多年获得各级质量奖励，产品远销海内外市场，";
    const pages = pagesOf([`${sentence.repeat(60)}终成行业标杆。`]);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages)
      page.push({ x: 72, y: 810, size: 9, text: "某报 质量专刊 2023年5月4日 星期四" });
    const read = await readPdf(pdfOf(pages), "a.pdf");
    expect(read.text).toBe(`${sentence.repeat(60)}终成行业标杆。`);
    expect(read.meta.date).toBe("2023-05-04");
  });

  it("keeps lines of a roll apart", async () => {
    const roll = [
      "湘潭莲城泵业有限公司（2019年）",
      "湘潭雨湖仪表有限公司（2020年）",
      "湘潭韶光食品有限公司（2021年）",
    ];
    expect(await textOf(pagesOf(["# 市长质量奖", ...roll]))).toEqual(["# 市长质量奖", ...roll]);
  });

  it("reads two columns one after the other", async () => {
    const column = (x: number, top: number, lines: string[]): PdfText[] =>
      lines.map((text, i) => ({ x, y: top - i * 18, size: 10, text }));
    const left = [
      "莲城泵业是一家专业从事水泵研发制造的",
      "企业，其产品远销海外多个国家和地区，",
      "今年再获殊荣。",
    ];
    const right = [
      "雨湖仪表则专注于工业传感器的研究开发",
      "工作，建有省级工程研究中心一个，员工",
      "两百余人。",
    ];
    expect(await textOf([[...column(72, 700, left), ...column(310, 700, right)]])).toEqual([
      left.join(""),
      right.join(""),
    ]);
  });

  it("finds rows of a table, wrapped cells and empty ones", async () => {
    const row = (y: number, ...cells: string[]): PdfText[] =>
      cells.flatMap((text, i) => (text === "" ? [] : [{ x: 72 + i * 150, y, size: 10, text }]));
    expect(
      await textOf([
        [
          ...row(700, "奖项", "年份", "组织"),
          ...row(680, "中国质量奖", "2019年", "莲城泵业有限"),
          ...row(668, "", "", "公司"),
          ...row(650, "省长质量奖", "2020年", "雨湖仪表"),
        ],
      ]),
    ).toEqual(["奖项\t年份\t组织", "中国质量奖\t2019年\t莲城泵业有限公司", "省长质量奖\t2020年\t雨湖仪表"]);
  });
});
