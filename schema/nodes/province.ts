import { Node } from "../decorators.js";
import { Place } from "../entity.js";

@Node({
  type: "Province",
  singular: "province",
  plural: "provinces",
  zh: "省级行政区",
  description: "A province or autonomous region (municipalities such as 重庆市 are cities).",
  color: "#7c5cbf",
  icon: "省",
  implements: () => [Place],
})
export class Province extends Place {}
