import { MODEL } from "./model.js";
import type { RecordType } from "./types.js";

/** The types that other subgraphs of Apollo Federation can refer to: all that have an id. */
export const KEYED: readonly RecordType[] = [...MODEL.records.values()].filter(
  ({ kinds, properties }) => kinds.length === 0 && properties.some((p) => p.name === "id"),
);
