import type { RuleFamily } from "../types.js";
import { proseFigures } from "./prose.js";

/** Observations: the figures that a document gives for places, firms and other named subjects. */
export const quantity: RuleFamily = {
  id: "quantity",
  run(x) {
    proseFigures(x);
  },
};
