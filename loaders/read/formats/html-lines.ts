interface Node {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<Node>;
  nextElementSibling?: Node | null;
  getAttribute?(name: string): string | null;
  querySelectorAll?(selector: string): Iterable<Node>;
}

const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL"
  ).split(" "),
);
const SKIPPED = new Set(["SCRIPT", "STYLE", "HEAD", "TEMPLATE", "NOSCRIPT", "IFRAME"]);

/** What stands in a cell that a row span covers: the mark by which Chinese tables say "as above". */
export const DITTO = "〃";

/** The canonical lines of an HTML element: headings, list items, tables (spans filled), paragraphs; those that `<br>` parts are one. */
export function htmlLines(root: unknown): string[] {
  const lines: string[] = [];
  let line = "";
  let prefix = "";
  let broken = false;
  const flush = (): void => {
    const text = line.replace(/[\s\u00a0\u3000]+/g, " ").trim();
    if (text !== "") {
      if (broken && prefix === "") lines[lines.length - 1] += `\n${text}`;
      else lines.push(prefix + text);
      prefix = "";
    }
    line = "";
    broken = false;
  };
  const pairs = new Set<Node>();
  const pairOf = (term: Node): string | undefined => {
    const description = onlyDescription(term);
    if (description === undefined) return undefined;
    pairs.add(description);
    const text = textOf(term);
    return `${text}${/[：:]$/.test(text) ? "" : "："}${textOf(description)}`;
  };
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      line += node.textContent ?? "";
      return;
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    if (name === "BR") {
      const begun = lines.length > 0 && (broken || line.trim() !== "");
      flush();
      broken = begun && lines.length > 0;
      return;
    }
    const block = BLOCKS.has(name);
    if (block) flush();
    const pair = name === "DT" ? pairOf(node) : undefined;
    if (pair !== undefined) {
      line = pair;
      flush();
      return;
    }
    // It stands behind its term.
    if (name === "DD" && pairs.has(node)) return;
    if (name === "TABLE" && isDataTable(node)) {
      const rows = tableLines(node);
      if (rows.length > 0) lines.push(rows.join("\n"));
      return;
    }
    const heading = /^H([1-6])$/.exec(name);
    if (heading) prefix = `${"#".repeat(Number(heading[1]))} `;
    else if (name === "LI") prefix = "- ";
    let number = name === "OL" ? Number(node.getAttribute?.("start") ?? 1) || 1 : 0;
    for (const child of node.childNodes) {
      if (number > 0 && child.nodeName.toUpperCase() === "LI") {
        flush();
        line = `${number++}. `;
        for (const inner of child.childNodes) visit(inner);
        flush();
      } else visit(child);
    }
    if (block) {
      flush();
      prefix = "";
    }
  };
  visit(root as Node);
  flush();
  return lines;
}

const LONGEST_TERM = 40;
const LONGEST_DESCRIPTION = 80;
const textOf = ({ textContent }: Node): string =>
  (textContent ?? "").replace(/[\s\u00a0\u3000]+/g, " ").trim();

/** The one short description of a term: 某奖 and 第三届（2018年）, which are one line. */
function onlyDescription(term: Node): Node | undefined {
  const description = nextElement(term);
  if (description?.nodeName.toUpperCase() !== "DD") return undefined;
  if (nextElement(description)?.nodeName.toUpperCase() === "DD") return undefined;
  const [long, short] = [textOf(description).length, textOf(term).length];
  if (short === 0 || long === 0 || short > LONGEST_TERM || long > LONGEST_DESCRIPTION) return undefined;
  return [...(description.querySelectorAll?.("br,p,li,div,table") ?? [])].length === 0
    ? description
    : undefined;
}

const nextElement = ({ nextElementSibling }: Node): Node | undefined => nextElementSibling ?? undefined;

/** A table with several columns, none of whose cells holds whole blocks of an article; others only lay out a page. */
function isDataTable(table: Node): boolean {
  const nested = [...(table.querySelectorAll?.("table,h1,h2,h3") ?? [])].length;
  return nested === 0 && rowsOf(table).some((row) => cellsOf(row).length > 1);
}

const children = (node: Node): Node[] => [...node.childNodes].filter((child) => child.nodeType === 1);

function rowsOf(table: Node): Node[] {
  return children(table).flatMap((child) => {
    const name = child.nodeName.toUpperCase();
    return name === "TR" ? [child] : /^T(?:HEAD|BODY|FOOT)$/.test(name) ? rowsOf(child) : [];
  });
}

const cellsOf = (row: Node): Node[] => children(row).filter((child) => /^T[DH]$/i.test(child.nodeName));

/** No table that people read has more; a page that says so would fill the memory. */
const MOST_COLUMNS = 200;

/** The lines of a table, its caption first. A row span's further cells are `〃`, a column span's are empty. */
function tableLines(table: Node): string[] {
  const lines: string[] = [];
  for (const child of children(table))
    if (child.nodeName.toUpperCase() === "CAPTION") lines.push(...htmlLines(child));
  const spans: number[] = [];
  for (const row of rowsOf(table)) {
    const out: string[] = [];
    let column = 0;
    const covered = (): void => {
      while ((spans[column] ?? 0) > 0) {
        spans[column]!--;
        out[column++] = DITTO;
      }
    };
    for (const cell of cellsOf(row)) {
      if (column >= MOST_COLUMNS) break;
      covered();
      const rows = span(cell, "rowspan");
      const text = htmlLines(cell)
        .join(" ")
        .replace(/^(?:#+|-) /, "")
        .replace(/[\t\n]/g, " ");
      for (let k = span(cell, "colspan"), first = true; k > 0; k--, first = false) {
        spans[column] = rows - 1;
        out[column++] = first ? text : "";
      }
    }
    covered();
    if (out.some((text) => text !== "")) lines.push(out.length > 1 ? out.join("\t") : out[0]!);
  }
  return lines;
}

/** A span's size; absurd ones count as one, since a page may say anything. */
function span(cell: Node, name: string): number {
  const size = Number(cell.getAttribute?.(name) ?? 1);
  return Number.isInteger(size) && size >= 1 && size <= MOST_COLUMNS ? size : 1;
}
