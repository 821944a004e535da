import { Node, Property } from "../decorators.js";
import { Entity } from "../entity.js";

@Node({
  type: "Event",
  singular: "event",
  plural: "events",
  zh: "活动",
  description: "A dated happening: meeting, launch, visit, approval.",
  color: "#84a59d",
  icon: "事",
  implements: () => [Entity],
})
export class Event extends Entity {
  @Property({
    kind: "string",
    type: () => String,
    index: true,
    zh: "日期",
    description: "2019, 2019-11 or 2019-11-05, where a document gives it.",
  })
  date?: string;
}
