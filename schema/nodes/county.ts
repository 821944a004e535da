import { Node } from "../decorators.js";
import { Place } from "../entity.js";

@Node({
  type: "County",
  singular: "county",
  plural: "counties",
  zh: "县区",
  description: "A county, district or county-level city.",
  color: "#4f93d2",
  icon: "县",
  implements: () => [Place],
})
export class County extends Place {}
