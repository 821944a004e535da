import { ID, ObjectType } from "type-graphql";
import { Property } from "../../../schema/decorators.js";

/** A loaded document. */
@ObjectType("Document", { description: "文档. A document that was loaded: what every fact goes back to." })
export class Document {
  @Property({
    kind: "string",
    type: () => ID,
    nullable: false,
    index: true,
    zh: "标识",
    description: "Its id.",
  })
  id!: string;

  @Property({ kind: "string", type: () => String, zh: "标题", description: "Its title." })
  title?: string;

  @Property({ kind: "string", type: () => String, zh: "网址", description: "Where it was published." })
  url?: string;

  @Property({
    kind: "string",
    type: () => String,
    zh: "日期",
    description: "Day of publication: 2020-06-05, 2020-06 or 2020.",
  })
  date?: string;

  @Property({
    kind: "string",
    type: () => String,
    facet: true,
    zh: "发布者",
    description: "Who published it.",
  })
  publisher?: string;

  @Property({
    kind: "string",
    type: () => String,
    facet: true,
    zh: "地区",
    description: "The place it was published in or is about.",
  })
  place?: string;

  @Property({ kind: "string", type: () => String, zh: "许可", description: "The licence of its text." })
  licence?: string;

  @Property({
    kind: "string",
    type: () => String,
    facet: true,
    zh: "格式",
    description: "text, markdown, html, docx or pdf.",
  })
  format?: string;

  @Property({ kind: "string", type: () => String, zh: "编码", description: "The encoding it was read in." })
  encoding?: string;

  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    filterable: false,
    zh: "正文",
    description: "The normalized text to which all offsets refer (UTF-16 units).",
  })
  text!: string;
}
