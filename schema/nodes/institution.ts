import { Node } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Institution",
  singular: "institution",
  plural: "institutions",
  zh: "机构",
  description:
    "A university, institute, hospital, association, alliance or certification body that is not a firm.",
  color: "#b5838d",
  icon: "院",
  implements: () => [Entity],
})
export class Institution extends Entity {}
