import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Zone",
  singular: "zone",
  plural: "zones",
  zh: "园区",
  description: "A development zone, high-tech zone, industrial park or free-trade area.",
  color: "#2a9d8f",
  icon: "区",
  implements: () => [Entity],
})
export class Zone extends Entity {}
