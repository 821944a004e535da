import { Node } from "../decorators.js";
import { Place } from "../entity.js";

@Node({
  type: "City",
  singular: "city",
  plural: "cities",
  zh: "市",
  description: "A prefecture-level city, autonomous prefecture or municipality.",
  color: "#5b6ee1",
  icon: "市",
  implements: () => [Place],
})
export class City extends Place {}
