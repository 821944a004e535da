/** How many places an item may be moved on average before the rest is left to `sort`: enough for any list of 24. */
const MOVES = 12;

/**
 * Sorts a list that is short or nearly in order, in place, those that compare alike in their order, and gives it back: what
 * `sort` does, which takes 2 KB of memory for every call, however few there are to sort.
 */
export function sortFew<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  const { length } = items;
  let moves = length * MOVES;
  for (let i = 1; i < length; i++) {
    const item = items[i]!;
    let at = i;
    while (at > 0 && compare(items[at - 1]!, item) > 0) {
      items[at] = items[at - 1]!;
      at--;
    }
    if (at === i) continue;
    items[at] = item;
    moves -= i - at;
    if (moves < 0) return items.sort(compare);
  }
  return items;
}
