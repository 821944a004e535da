/** What XML 1.0 cannot hold, however it is escaped: control characters, halves of surrogate pairs, U+FFFE, U+FFFF. */
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[&<>"\t\n\r]/g;
// As references, since a parser makes spaces of line ends and tabs in attributes.
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A value as XML text or within a quoted attribute; characters that XML cannot hold are dropped. */
export function xml(value: unknown): string {
  return String(value)
    .replace(IMPOSSIBLE, "")
    .replace(SPECIAL, (character) => ENTITIES[character]!);
}

/** An id; what XML cannot hold is written as `\uXXXX`, so that two ids stay two. */
export function xmlId(id: string): string {
  return xml(
    id.replace(
      IMPOSSIBLE,
      (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
    ),
  );
}
