/** Whether a text is made of nothing but the given words: what is left of a name that names nothing (省级, 国家级). */
export function madeOf(text: string, words: ReadonlySet<string>, longest: number): boolean {
  // reachable[i]: the first i characters are words one after another.
  const reachable: boolean[] = [true];
  for (let i = 1; i <= text.length; i++) {
    reachable[i] = false;
    for (let length = 1; length <= longest && length <= i && !reachable[i]; length++)
      reachable[i] = reachable[i - length]! && words.has(text.slice(i - length, i));
  }
  return reachable[text.length]!;
}
