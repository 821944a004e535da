import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "GovernmentBody",
  singular: "governmentBody",
  plural: "governmentBodies",
  zh: "政府机构",
  description: "A ministry, bureau, commission, government or leading group.",
  color: "#6d6875",
  icon: "府",
  implements: () => [Entity],
})
export class GovernmentBody extends Entity {}
