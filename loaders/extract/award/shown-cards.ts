import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import { labelledCards } from "./cards.js";
import type { Win } from "./findings.js";
import { headedCards } from "./headed-cards.js";

/** What the lines of cards of all kinds tell, by their blocks. */
export const cardsOf = oncePer(
  (x): ReadonlyMap<Block, readonly Win[]> => new Map([...headedCards(x), ...labelledCards(x)]),
);
