import { Relation } from "../decorators.js";

@Relation({
  type: "OPERATES_IN",
  zh: "所属行业",
  description: "Does business in an industry.",
  from: ["Company"],
  to: ["Industry"],
  forward: [
    {
      name: "industries",
      to: ["Industry"],
      zh: "所属行业",
      description: "The industries it does business in.",
    },
  ],
  reverse: [
    { name: "companies", to: ["Company"], zh: "企业", description: "The companies that do business in it." },
  ],
})
export class OperatesIn {}
