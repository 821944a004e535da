import { locatedByPrefix } from "./located-in/prefix.js";
import { locatedAsStated } from "./located-in/stated.js";
import { position } from "./position/position.js";
import type { RuleFamily } from "./types.js";

/** The rule families, in order: a later one may look at what an earlier one found. */
export const FAMILIES: readonly RuleFamily[] = Object.freeze([locatedByPrefix, locatedAsStated, position]);
