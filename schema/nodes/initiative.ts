import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Initiative",
  singular: "initiative",
  plural: "initiatives",
  zh: "举措",
  description: "A pilot, demonstration programme, campaign, project, plan or policy document.",
  color: "#f28482",
  icon: "策",
  implements: () => [Entity],
})
export class Initiative extends Entity {}
