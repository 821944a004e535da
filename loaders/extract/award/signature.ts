import type { Block } from "../../types.js";
import { firstFrom, mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";

/** 某市人民政府|2024年1月18日: an authority alone, above the date of its paper. */
export function isSignature(x: Extraction, { start, end }: Block): boolean {
  const below = x.blocks[firstFrom(x.blocks, start + 1)];
  return below?.kind === "boilerplate" && mentionsType(x, start, end, "GovernmentBody");
}
