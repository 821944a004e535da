import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Industry",
  singular: "industry",
  plural: "industries",
  zh: "产业",
  description: "An industry, industrial chain or cluster.",
  color: "#90be6d",
  icon: "业",
  implements: () => [Entity],
})
export class Industry extends Entity {}
