import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

const enumOf = <T extends string>(...names: T[]) =>
  Object.fromEntries(names.map((n) => [n, n])) as Record<T, T>;

export const TaskKind = enumOf("LOAD", "UNLOAD", "JUDGE");
export type TaskKind = keyof typeof TaskKind;
registerEnumType(TaskKind, {
  name: "TaskKind",
  description: "任务种类. What a task does.",
  valuesConfig: {
    LOAD: { description: "载入: loads a document." },
    UNLOAD: { description: "撤回: withdraws a document." },
    JUDGE: { description: "判定: follows a judgement on two names." },
  },
});

export const TaskStatus = enumOf("WAITING", "RUNNING", "DONE", "FAILED");
registerEnumType(TaskStatus, {
  name: "TaskStatus",
  description: "任务状态. How far a task is.",
  valuesConfig: {
    WAITING: { description: "等待: others come first." },
    RUNNING: { description: "进行中: under way." },
    DONE: { description: "完成: done." },
    FAILED: { description: "失败: failed; `error` says why." },
  },
});

export const DocumentChange = enumOf("ADDED", "REPLACED", "UNCHANGED", "WITHDRAWN");
registerEnumType(DocumentChange, {
  name: "DocumentChange",
  description: "变更. What became of a document.",
  valuesConfig: {
    ADDED: { description: "新增: it is new." },
    REPLACED: { description: "替换: another text took its place." },
    UNCHANGED: { description: "未变: it was there already." },
    WITHDRAWN: { description: "撤回: it is gone." },
  },
});

export const Verdict = enumOf("SAME", "DIFFERENT");
registerEnumType(Verdict, {
  name: "Verdict",
  description: "判定. Whether two names are one thing.",
  valuesConfig: {
    SAME: { description: "同一: they are one." },
    DIFFERENT: { description: "不同: they are two." },
  },
});

export const InputFormat = { TEXT: "text", MARKDOWN: "markdown", HTML: "html" } as const;
registerEnumType(InputFormat, {
  name: "InputFormat",
  description: "格式. How a text that is handed in is written.",
  valuesConfig: {
    TEXT: { description: "纯文本: plain text." },
    MARKDOWN: { description: "Markdown 文本: Markdown, without front matter." },
    HTML: { description: "网页: a web page, HTML." },
  },
});

@ObjectType("Task", { description: "任务. A change of the graph, under way or ended." })
export class Task {
  @Field(() => ID, { description: "标识. Its id, as long as the server runs." })
  id!: string;

  @Field(() => TaskKind, { description: "种类. What it does." })
  kind!: TaskKind;

  @Field(() => TaskStatus, { description: "状态. How far it is." })
  status!: keyof typeof TaskStatus;

  @Field(() => String, { description: "对象. Id of the document, or the two ids judged." })
  subject!: string;

  @Field(() => DocumentChange, {
    nullable: true,
    description: "变更. What became of the document, once done.",
  })
  change?: keyof typeof DocumentChange;

  @Field(() => Int, { description: "陈述数. How many claims were read in the document so far." })
  claims!: number;

  @Field(() => [String], { description: "警告. What had to be guessed or left out." })
  warnings!: string[];

  @Field(() => String, { nullable: true, description: "错误. Why it failed." })
  error?: string;
}

@InputType("DocumentInput", { description: "文档. A document to load." })
export class DocumentInput {
  @Field(() => ID, { description: "标识. Its id; the document that has it is replaced." })
  id!: string;

  @Field(() => String, { description: "正文. Its text." })
  text!: string;

  @Field(() => InputFormat, {
    nullable: true,
    defaultValue: InputFormat.MARKDOWN,
    description: "格式. How the text is written.",
  })
  format!: (typeof InputFormat)[keyof typeof InputFormat];

  @Field(() => String, { nullable: true, description: "标题. Its title." })
  title?: string | null;

  @Field(() => String, { nullable: true, description: "网址. Where it was published." })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "日期. Day of publication: 2020-06-05, 2020-06 or 2020.",
  })
  date?: string | null;

  @Field(() => String, { nullable: true, description: "发布者. Who published it." })
  publisher?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "地区. The place it was published in or is about.",
  })
  place?: string | null;

  @Field(() => String, { nullable: true, description: "许可. The licence of its text." })
  licence?: string | null;
}
