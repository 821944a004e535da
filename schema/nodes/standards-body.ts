import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "StandardsBody",
  singular: "standardsBody",
  plural: "standardsBodies",
  zh: "标准化组织",
  description: "A standards organization, technical committee, subcommittee or working group.",
  color: "#457b9d",
  icon: "标",
  implements: () => [Entity],
})
export class StandardsBody extends Entity {}
