import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Platform",
  singular: "platform",
  plural: "platforms",
  zh: "平台",
  description:
    "A named laboratory, engineering or innovation centre, inspection or metrology centre, service platform or base.",
  color: "#43aa8b",
  icon: "台",
  implements: () => [Entity],
})
export class Platform extends Entity {}
