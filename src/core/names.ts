/**
 * A name as it is compared: NFKC, lower case, without white space, quotation marks, brackets, dots and dashes.
 * Two spellings that differ in these alone are one name.
 */
export function normalizeName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉()[\]【】·•\-—–_]/g, "");
}

/** The key under which a name of an entity type is stored and looked up: `Company|中车株机`. */
export function nameKey(type: string, name: string): string {
  return `${type}|${normalizeName(name)}`;
}
