import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Patent",
  singular: "patent",
  plural: "patents",
  zh: "专利",
  description: "A named patent.",
  color: "#9d8189",
  icon: "专",
  implements: () => [Entity],
})
export class Patent extends Entity {}
