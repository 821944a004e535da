import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Company",
  singular: "company",
  plural: "companies",
  zh: "企业",
  description: "A firm, by its legal or short name.",
  color: "#e76f51",
  icon: "企",
  implements: () => [Entity],
})
export class Company extends Entity {}
