/** An article in our own words, a paragraph a line, in the canonical form. */
export const ARTICLE: readonly string[] = [
  "# 湘潭质量奖花落谁家",
  "日前，湘潭市市场监督管理局公布第七届湘潭市市长质量奖名单。湘潭莲城泵业有限公司（以下简称“莲城泵业”）、湘潭雨湖仪表股份有限公司获得质量奖，湘潭韶光食品有限公司获得提名奖。",
  "莲城泵业成立于1998年，建有湖南省特种泵工程技术研究中心，承担全国泵标准化技术委员会潜水泵分技术委员会（SAC/TC211/SC2）秘书处工作。2023年，公司实现营业收入12.6亿元，同比增长8.5%。",
  "获奖名单",
  "奖项\t年份\t获奖组织",
  "湘潭市市长质量奖\t2023年\t湘潭莲城泵业有限公司",
  "湘潭市市长质量奖\t2023年\t湘潭雨湖仪表股份有限公司",
  "截至2023年底，全市有效注册商标2.3万件，国家级检验检测中心3个。到2025年，全市力争新增中国质量奖1个。",
];

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The article as a web page with what surrounds one. */
export function pageOf(paragraphs: readonly string[], charset = "utf-8"): string {
  let body = "";
  let inTable = false;
  for (const text of paragraphs) {
    const row = text.includes("\t");
    if (row && !inTable) body += "<table>";
    if (!row && inTable) body += "</table>\n";
    inTable = row;
    if (row)
      body += `<tr>${text
        .split("\t")
        .map((cell) => `<td>${escaped(cell)}</td>`)
        .join("")}</tr>`;
    else if (text.startsWith("# ")) body += `<h1>${escaped(text.slice(2))}</h1>\n`;
    else body += `<p>　　${escaped(text)}</p>\n`;
  }
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${escaped(paragraphs[0]!.slice(2))}_湘潭某网</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/a">要闻</a> <a href="/b">专题</a></div>
<div class="content">${body}</div>
<div class="footer">主办单位：某某局　备案号：湘ICP备00000000号</div></body></html>`;
}

/** The article in Markdown, with a table between bars. */
export function markdownOf(paragraphs: readonly string[]): string {
  let out = "";
  let rows = 0;
  for (const text of paragraphs) {
    rows = text.includes("\t") ? rows + 1 : 0;
    if (rows === 0) out += `\n${text}\n`;
    else {
      const cells = text.split("\t");
      if (rows === 1) out += "\n";
      out += `| ${cells.join(" | ")} |\n`;
      if (rows === 1) out += `|${cells.map(() => "---").join("|")}|\n`;
    }
  }
  return out.trimStart();
}

/** Breaks a text's paragraphs at a column's width, as a scanned newspaper column is. */
export function columnOf(paragraphs: readonly string[], width: number): string {
  return paragraphs
    .map((text) => {
      if (text.startsWith("# ") || text.includes("\t") || text.length <= width) return text;
      const lines: string[] = [];
      for (let rest = `　　${text}`; rest !== ""; ) {
        let end = width;
        while (/^[，。；：、！？）”》%]/.test(rest.slice(end))) end++;
        lines.push(rest.slice(0, end));
        rest = rest.slice(end);
      }
      return lines.join("\n");
    })
    .join("\n\n");
}
