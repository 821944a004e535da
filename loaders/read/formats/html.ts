import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { isoDate } from "../dates.js";
import { type FrontMatter, metadataOf } from "../front-matter.js";
import { htmlLines } from "./html-lines.js";

/** Where the content management systems of Chinese governments and newspapers put an article's text. */
const MAIN = [
  ".TRS_Editor",
  ".TRS_UEDITOR",
  ".trs_editor_view",
  "#UCAP-CONTENT",
  "#zoom",
  "#Zoom",
  "#zoomcon",
  ".article-content",
  ".article_content",
  ".content_article",
  "#ozoom",
  "#articleContent",
  "#js_content",
  ".pages_content",
  ".news_content",
  ".view",
];

/** What is on a page but not of the article. */
const OUTSIDE =
  "script,style,noscript,template,iframe,object,svg,canvas,form,button,select,input,textarea,nav,footer,aside," +
  "[hidden],[aria-hidden=true],.nav,.navbar,.menu,.breadcrumb,.crumb,.crumbs,.position,.footer,.foot,.copyright," +
  ".share,.related,.relate,.sidebar,.side,.pager,.page-nav,.prevnext,.tools,.advert,.ad,#nav,#footer,#foot,#header";

const BLOCK_TEXT = 40;

/** Elements in one another; beyond it walking through them would use up the stack, and no page that people read has them. */
const DEEPEST = 500;

/** The main text of a web page in canonical lines, and what the page says of itself. Raises RangeError where it is nested too deeply. */
export function readHtml(html: string): { text: string; meta: FrontMatter; warnings: string[] } {
  const whole = /<html[\s>]|<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  refuseDeepSource(whole);
  const { document } = parseHTML(whole);
  refuseDeep(document as unknown as TreeNode);
  const meta = pageMetadata(document);
  const warnings: string[] = [];
  // What has no element has no body either: to ask for one would throw.
  const body = document.documentElement === null ? null : (document.body ?? document.documentElement);
  if (body === null) return { text: "", meta, warnings };
  const pageTitle = (document.querySelector("h1")?.textContent ?? "").trim();
  const before = (body.textContent ?? "").length;
  for (const element of [...body.querySelectorAll(OUTSIDE)])
    if ((element.textContent ?? "").length < before * 0.6) element.remove();
  const main = mainElement(document, body, warnings);
  let lines = htmlLines(main);
  if (main !== body && pageTitle !== "" && !lines.slice(0, 3).some((line) => line.includes(pageTitle)))
    lines = [`# ${pageTitle}`, ...lines];
  if (lines.length === 0) warnings.push("the page has no text");
  return {
    // No block goes on in the next, however its last line looks.
    text: lines.join("\n\n"),
    meta: { ...meta, title: meta.title ?? (pageTitle || undefined) },
    warnings,
  };
}

/** Opening and closing tags of elements that end with nothing but their own tag. */
const NESTING =
  /<(\/?)(?:div|table|ul|ol|dl|section|article|span|b|i|u|em|strong|font|blockquote|center|form|a|h[1-6])\b/gi;
/** Parsing takes longer with each level; tags that were forgotten are forgiven, since the page itself is measured as well. */
const DEEPEST_SOURCE = 5_000;

function refuseDeepSource(source: string): void {
  let depth = 0;
  for (const [, closes] of source.matchAll(NESTING)) {
    depth = closes ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST_SOURCE) throw new RangeError("elements are nested too deeply");
  }
}

interface TreeNode {
  childNodes: Iterable<TreeNode>;
}

function refuseDeep(root: TreeNode): void {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new RangeError("elements are nested too deeply");
    level = level.flatMap(({ childNodes }) => [...childNodes]);
  }
}

type Dom = ReturnType<typeof parseHTML>["document"];
type DomElement = NonNullable<ReturnType<Dom["querySelector"]>>;

function mainElement(document: Dom, body: DomElement, warnings: string[]): DomElement {
  for (const selector of MAIN) {
    const found = [...document.querySelectorAll(selector)].sort((a, b) => textLength(b) - textLength(a))[0];
    if (found !== undefined && textLength(found) >= BLOCK_TEXT) return found;
  }
  const links = [...body.querySelectorAll("a")].reduce((sum, a) => sum + textLength(a), 0);
  // A page that is hardly more than its article needs no guess, and a guess could lose parts of it.
  if (links < textLength(body) * 0.15) return body;
  const article = new Readability(document.cloneNode(true) as never, { charThreshold: 60 }).parse();
  if (article?.content && (article.textContent ?? "").length >= BLOCK_TEXT)
    return parseHTML(`<html><body>${article.content}</body></html>`).document.body;
  warnings.push("no main text was found on the page; all of its text was kept");
  return body;
}

const textLength = (element: { textContent: string | null }): number =>
  (element.textContent ?? "").replace(/\s+/g, "").length;

/** What `<meta>` and `<title>` say, in the names that government pages (ArticleTitle, PubDate) and others use. */
function pageMetadata(document: Dom): FrontMatter {
  const byName = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const name = (element.getAttribute("name") ?? element.getAttribute("property") ?? "").toLowerCase();
    const content = element.getAttribute("content")?.trim();
    if (name && content && !byName.has(name)) byName.set(name, content);
  }
  const first = (...names: string[]): string | undefined =>
    names.map((name) => byName.get(name)).find((value) => value !== undefined);
  const titleTag = document.querySelector("title")?.textContent?.replace(/\s+/g, " ").trim();
  const date = first("pubdate", "publishdate", "article:published_time", "date", "dc.date");
  return metadataOf({
    title: first("articletitle", "og:title") ?? withoutSite(titleTag),
    date: date && isoDate(date),
    publisher: first("contentsource", "sitename", "og:site_name", "author"),
    url:
      first("og:url", "url") ??
      document.querySelector("link[rel=canonical]")?.getAttribute("href") ??
      undefined,
  });
}

/** A page's title, its blanks single, without the site's name behind a bar or underline: 名单_某市政府 → 名单. */
function withoutSite(title: string | undefined): string | undefined {
  const parts = title?.split(/\s?[_|丨｜]\s?|\s[-–—]\s/);
  return parts?.[0] || undefined;
}
