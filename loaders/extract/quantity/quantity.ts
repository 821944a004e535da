import type { RuleFamily } from "../types.js";
import { proseFigures } from "./prose.js";
import { tableFigures } from "./tables.js";
import { Topics } from "./topics.js";

/** Observations: the figures that a document gives for places, firms and other named subjects. */
export const quantity: RuleFamily = {
  id: "quantity",
  run(x) {
    const topics = new Topics(x);
    proseFigures(x, topics);
    tableFigures(x, topics);
  },
};
