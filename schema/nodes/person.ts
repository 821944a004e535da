import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Person",
  singular: "person",
  plural: "persons",
  zh: "人物",
  description: "A named person, without title.",
  color: "#f4a261",
  icon: "人",
  implements: () => [Entity],
})
export class Person extends Entity {}
