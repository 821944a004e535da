import { owns } from "./award/owns.js";
import { won, wonByLists, wonByProse } from "./award/won.js";
import { happening } from "./event/happening.js";
import { focus } from "./industry/focus.js";
import { operation } from "./industry/operation.js";
import { achievement } from "./initiative/achievement.js";
import { issuing } from "./initiative/issuing.js";
import { undertaking } from "./initiative/undertaking.js";
import { locatedByPrefix } from "./located-in/prefix.js";
import { locatedAsStated } from "./located-in/stated.js";
import { speakers } from "./names/speakers.js";
import { partnership } from "./partner/partnership.js";
import { hosting } from "./platform/hosting.js";
import { position } from "./position/position.js";
import { quantity } from "./quantity/quantity.js";
import { participation } from "./standards/participation.js";
import type { RuleFamily } from "./types.js";

/** The rule families, in order: a later one may look at what an earlier one found. */
export const FAMILIES: readonly RuleFamily[] = Object.freeze([
  locatedByPrefix,
  locatedAsStated,
  position,
  speakers,
  wonByLists,
  wonByProse,
  won,
  owns,
  participation,
  hosting,
  focus,
  operation,
  undertaking,
  issuing,
  partnership,
  achievement,
  happening,
  quantity,
]);
