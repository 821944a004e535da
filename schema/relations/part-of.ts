import { Relation } from "../decorators.js";

@Relation({
  type: "PART_OF",
  zh: "隶属",
  description: "The administrative hierarchy, from the lexicon.",
  from: ["County", "City"],
  to: ["City", "Province"],
  forward: [
    {
      name: "city",
      to: ["City"],
      zh: "所属市",
      description: "The city it belongs to, by the lexicon.",
      cardinality: "one",
    },
    {
      name: "province",
      to: ["Province"],
      zh: "所属省",
      description: "The province it belongs to, by the lexicon.",
      cardinality: "one",
    },
  ],
  reverse: [
    { name: "cities", to: ["City"], zh: "下辖市", description: "The cities of it, by the lexicon." },
    { name: "counties", to: ["County"], zh: "下辖县区", description: "The counties of it, by the lexicon." },
  ],
  source: "lexicon",
})
export class PartOf {}
