import { Relation } from "../decorators.js";
import { ORGANIZATION_TYPES } from "../types.js";

@Relation({
  type: "OWNS",
  zh: "拥有专利",
  description: "Owns a patent.",
  from: [...ORGANIZATION_TYPES, "Person"],
  to: ["Patent"],
  forward: [{ name: "patents", to: ["Patent"], zh: "专利", description: "The patents it owns." }],
  reverse: [
    { name: "owners", to: [...ORGANIZATION_TYPES, "Person"], zh: "专利权人", description: "Who owns it." },
  ],
})
export class Owns {}
