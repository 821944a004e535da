import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../../loaders/read/front-matter.js";

describe("splitFrontMatter", () => {
  it("takes the known fields, dates as ISO dates", () => {
    const { meta, body } = splitFrontMatter(
      "---\nid: a/b\ntitle: 质量：札记\ndate: 2022-03-28 08:04:31 +0800\nsource: 某报\nlicense: CC-BY-4.0\ntags: [x]\n---\n正文\n",
    );
    expect(meta).toEqual({
      id: "a/b",
      title: "质量：札记",
      date: "2022-03-28",
      publisher: "某报",
      licence: "CC-BY-4.0",
    });
    expect(body).toBe("正文\n");
  });

  it("reads Chinese keys, line ends of Windows and an end of dots", () => {
    const { meta, body } = splitFrontMatter("---\r\n标题: 甲\r\n发布日期: 2021年3月5日\r\n...\r\n正文");
    expect(meta).toEqual({ title: "甲", date: "2021-03-05" });
    expect(body).toBe("正文");
  });

  it("leaves texts alone that have none", () => {
    for (const text of ["正文", "---\n没有结尾", "a\n---\nb\n---\n", "---\n- 甲\n- 乙\n---\n正文"])
      expect(splitFrontMatter(text)).toEqual({ meta: {}, body: text });
  });

  it("neither runs code nor follows bombs of aliases", () => {
    const bomb = `---\na: &a [1,1,1,1,1,1,1,1,1]\n${[..."bcdefgh"]
      .map((name, i) => `${name}: &${name} [${`*${"abcdefg"[i]},`.repeat(9)}]`)
      .join("\n")}\n---\n正文`;
    expect(splitFrontMatter(bomb)).toMatchObject({
      meta: {},
      warning: expect.stringContaining("not valid YAML"),
    });
    expect(splitFrontMatter("---js\n{ title: process.exit(1) }\n---\n正文").meta).toEqual({});
    expect(splitFrontMatter("---\ntitle: !!js/function 'x'\n---\n正文").body).toContain("正文");
  });
});
