import type { Extraction } from "./types.js";

let slots = 0;

/**
 * What `make` gives for a document, made when it is first asked for. It is kept with the document: a table of all documents
 * that are read side by side takes longer to search than much of what is made.
 */
export function oncePer<T extends object>(make: (x: Extraction) => T): (x: Extraction) => T {
  const slot = slots++;
  return (x) => {
    x.kept[slot] ??= make(x);
    return x.kept[slot] as T;
  };
}
