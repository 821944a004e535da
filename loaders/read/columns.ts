import { LONGEST_BYLINE } from "../lines/looks.js";
import { continuation, type Fragment, freshness, isOpen, isPairNear } from "./fragments.js";

/** An article of a page whose columns stand between those of others. */
interface Article {
  fragments: Fragment[];
  /** The paragraph that may go on in a later column. */
  tail: Fragment | null;
  /** When its tail last broke off; the older one goes on first. */
  since: number;
}

/** An article that has not been touched for so many blocks is over; a page holds no more articles than that. */
const FORGOTTEN = 80;
const ON_A_PAGE = 12;
const EDITORS = /(?:责编|责任编辑|编委|编辑|美编|校对|版式|组版)[\s:：/／]/;
const REPORTER = /记者|通讯员|作者|撰文|文\/|□/;

/**
 * Puts the columns of a newspaper page in order where several articles were scanned line of columns by line of columns:
 * every paragraph goes to the article it continues. It is done only where an article demonstrably breaks off in
 * mid-sentence at another's headline; other texts come back as they are.
 */
export function orderColumns(fragments: readonly Fragment[]): Fragment[] {
  const starts = startsOf(fragments);
  if (starts.size < 2 || !breaksOff(fragments, starts)) return [...fragments];
  // Where paragraphs of one column follow without blank lines, a blank line is the column's end.
  const runsHoldParagraphs = fragments.some(
    (fragment, i) =>
      fragment.kind === "prose" &&
      fragments[i + 1]?.kind === "prose" &&
      fragments[i + 1]!.run === fragment.run,
  );
  const before: Fragment[] = [];
  const after: Fragment[] = [];
  const articles: Article[] = [];
  let current: Article | null = null;
  let run = -1;
  for (const [i, fragment] of fragments.entries()) {
    if (starts.has(i)) {
      current = { fragments: [], tail: null, since: i };
      articles.push(current);
    }
    if (current === null) {
      before.push(fragment);
      continue;
    }
    if (fragment.kind === "boilerplate" || (fragment.kind === "byline" && EDITORS.test(fragment.text))) {
      after.push(fragment);
      continue;
    }
    if (fragment.kind !== "prose") {
      current.fragments.push(fragment);
      continue;
    }
    const boundary = runsHoldParagraphs && fragment.run !== run;
    run = fragment.run;
    const isFirst = !current.fragments.some(({ kind }) => kind === "prose");
    if (!isFirst)
      current = choose(articles, current, fragment, i, boundary, (pair) => isPairNear(fragments, i, pair));
    add(current, fragment, i);
  }
  return [...before, ...articles.flatMap((article) => article.fragments), ...after];
}

/** Where articles begin: the first line of the headline above a byline. */
function startsOf(fragments: readonly Fragment[]): Set<number> {
  const starts = new Set<number>();
  for (let i = 0; i < fragments.length; i++) {
    const fragment = fragments[i]!;
    const above = fragments[i - 1];
    if (above === undefined || fragment.marked || fragment.text.length > LONGEST_BYLINE) continue;
    // A list's item or a table's row is no headline.
    if (above.marked && above.kind !== "heading") continue;
    if (!REPORTER.test(fragment.text)) continue;
    if (fragment.kind !== "byline" || above.kind !== "heading") continue;
    let start = i - 1;
    while (
      start > 0 &&
      fragments[start - 1]!.kind === "heading" &&
      fragments[start - 1]!.run === fragments[start]!.run
    )
      start--;
    starts.add(start);
  }
  return starts;
}

/** Whether an article breaks off in mid-sentence right before another begins, and something is there to go on with it. */
function breaksOff(fragments: readonly Fragment[], starts: ReadonlySet<number>): boolean {
  for (const start of starts) {
    let last = start - 1;
    while (last >= 0 && (fragments[last]!.kind === "caption" || fragments[last]!.kind === "boilerplate"))
      last--;
    if (last >= 0 && isOpen(fragments[last]!)) return true;
  }
  return false;
}

/** The article that a paragraph belongs to: one it goes on with, or one whose last paragraph is complete. */
function choose(
  articles: readonly Article[],
  current: Article,
  fragment: Fragment,
  index: number,
  boundary: boolean,
  isPair: (pair: string) => boolean,
): Article {
  const recent = articles
    .slice(-ON_A_PAGE)
    .filter((article) => article === current || index - article.since < FORGOTTEN);
  const oldest = recent.filter((article) => article.tail !== null).sort((a, b) => a.since - b.since)[0];
  const column = boundary || current.tail !== null;
  let best = current;
  let highest = Number.NEGATIVE_INFINITY;
  for (const article of recent) {
    let score: number;
    if (article.tail !== null) {
      score = continuation(article.tail.text, fragment, isPair) + (article === oldest ? 1 : 0);
    } else {
      score = freshness(fragment);
      if (article === current) score += column ? 0 : 1.5;
      else if (column) score += 1;
    }
    if (score > highest) {
      best = article;
      highest = score;
    }
  }
  return best;
}

function add(article: Article, fragment: Fragment, index: number): void {
  if (article.tail !== null) {
    const whole = article.tail.joinedTo(fragment);
    article.fragments[article.fragments.lastIndexOf(article.tail)] = whole;
    article.tail = isOpen(whole) ? whole : null;
  } else {
    article.fragments.push(fragment);
    article.tail = isOpen(fragment) ? fragment : null;
  }
  article.since = index;
}
