/**
 * A name as it is compared: NFKC, lower case, without white space, quotation marks, brackets, dots and dashes.
 * Two spellings that differ in these alone are one name.
 */
export function normalizeName(name: string): string {
  // Most names are Han characters alone, which normalization leaves as they are.
  let i = 0;
  while (i < name.length && name.charCodeAt(i) >= 0x4e00 && name.charCodeAt(i) <= 0x9fff) i++;
  if (i === name.length) return name;
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉()[\]【】·•\-—–_]/g, "");
}

/** The key under which a name of an entity type is stored and looked up: `Company|中车株机`. */
export function nameKey(type: string, name: string): string {
  return `${type}|${normalizeName(name)}`;
}
