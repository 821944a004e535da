/** Longer lists are left to `sort`. */
const FEW = 24;

/**
 * Sorts a list in place, those that compare alike in their order, and gives it back: what `sort` does, which takes 2 KB
 * of memory for every call, however few there are to sort.
 */
export function sortFew<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  const { length } = items;
  if (length > FEW) return items.sort(compare);
  for (let i = 1; i < length; i++) {
    const item = items[i]!;
    let at = i;
    while (at > 0 && compare(items[at - 1]!, item) > 0) {
      items[at] = items[at - 1]!;
      at--;
    }
    items[at] = item;
  }
  return items;
}
