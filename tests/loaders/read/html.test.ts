import { describe, expect, it } from "vitest";
import { readHtml } from "../../../loaders/read/formats/html.js";

const page = (body: string, head = ""): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const LONG = "湘潭莲城泵业有限公司获得第七届湘潭市市长质量奖，这是该公司第二次获奖。".repeat(3);

describe("readHtml", () => {
  it("takes the text from where government sites put it, with the title", () => {
    const { text, meta } = readHtml(
      page(
        `<div class="top"><a href="/">首页</a><a href="/x">政务公开</a></div><h1>获奖名单</h1>
         <div id="zoom"><p>${LONG}</p></div><div class="list">${"<a href='#'>别的新闻标题很长很长</a>".repeat(30)}</div>`,
        '<meta name="ArticleTitle" content="获奖名单"><meta name="PubDate" content="2024-03-01 09:00"><meta name="ContentSource" content="某局">',
      ),
    );
    expect(text).toBe(`# 获奖名单\n\n${LONG}`);
    expect(meta).toEqual({ title: "获奖名单", date: "2024-03-01", publisher: "某局" });
  });

  it("finds the article among navigation where no selector helps", () => {
    const links = (n: number): string =>
      `<ul>${Array.from({ length: n }, (_, i) => `<li><a href="/${i}">栏目标题${i}</a></li>`).join("")}</ul>`;
    const { text } = readHtml(
      page(`<div>${links(20)}</div><div><p>${LONG}</p><p>${LONG}</p></div><div>${links(20)}</div>`),
    );
    expect(text).toContain(LONG);
    expect(text).not.toContain("栏目标题3");
  });

  it("fills the cells that spans cover", () => {
    const { text } = readHtml(
      page(
        `<table><caption>表1 名单</caption><thead><tr><th>奖项</th><th>年份</th><th>组织</th></tr></thead><tbody>
        <tr><td rowspan="2">甲奖</td><td rowspan=2>2019</td><td>莲城泵业</td></tr><tr><td>雨湖<br>仪表</td></tr>
        <tr><td colspan="2">合计</td><td><p>2家</p></td></tr></tbody></table>`,
      ),
    );
    expect(text.split(/\n+/)).toEqual([
      "表1 名单",
      "奖项\t年份\t组织",
      "甲奖\t2019\t莲城泵业",
      "〃\t〃\t雨湖 仪表",
      "合计\t\t2家",
    ]);
  });

  it("keeps lists, line breaks and headings, and drops scripts, comments and hidden parts", () => {
    const { text } = readHtml(
      page(
        `<h2>名单</h2><ol><li>甲公司</li><li>乙公司</li></ol><ul><li>丙</li></ul><!-- 注释 --><p>一行<br>两行 &amp; 完</p>
         <div hidden>隐藏</div><script>var x = "<p>脚本</p>";</script>`,
      ),
    );
    expect(text.split(/\n+/)).toEqual(["## 名单", "1. 甲公司", "2. 乙公司", "- 丙", "一行", "两行 & 完"]);
  });

  it("keeps a term and its one short description on a line, several and long ones apart", () => {
    const long = "公司主营海工装备。".repeat(12);
    const { text } = readHtml(
      page(
        `<dl><dt>某奖</dt><dd>第三届（2018年）</dd><dt>主营：</dt><dd>阀门</dd><dt>一等奖</dt><dd>甲公司</dd><dd>乙公司</dd><dt>简介</dt><dd>${long}</dd></dl>`,
      ),
    );
    expect(text.split(/\n+/)).toEqual([
      "某奖：第三届（2018年）",
      "主营：阀门",
      "一等奖",
      "甲公司",
      "乙公司",
      "简介",
      long,
    ]);
  });

  it("leaves blocks apart, and lines that a block breaks together", () => {
    expect(readHtml(page("<p>甲公司</p><div>某奖<br>第三届</div>")).text).toBe("甲公司\n\n某奖\n第三届");
  });

  it("survives broken markup and absurd spans", () => {
    expect(
      readHtml("<p>未闭合<p>第二段<table><tr><td rowspan=999999 colspan=-3>甲<td>乙</table>").text.split(
        /\n+/,
      ),
    ).toEqual(["未闭合", "第二段", "甲\t乙"]);
    expect(readHtml("").text).toBe("");
  });
});
