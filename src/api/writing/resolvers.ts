import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { ApiError } from "../errors.js";
import { DocumentInput, Task, Verdict } from "./task.js";
import type { TaskQueue } from "./tasks.js";
import type { GraphWriter } from "./writer.js";

/** What a request may change: nothing where the server has no token, or the request does not bring it. */
export interface Writing {
  writer: GraphWriter;
  tasks: TaskQueue;
}
export interface WritingContext {
  writing: Writing | "disabled" | "unauthenticated";
}

/** Fields that are answered by the server itself, not from the graph. */
export const SERVER_FIELDS: ReadonlySet<string> = new Set(["task", "tasks"]);

const MAX_TASKS = 100;
/** Characters of an id: the database's index takes no more than 8 kB. */
const LONGEST_ID = 2_000;
const wait = {
  nullable: true,
  defaultValue: true,
  description: "等待. Whether to answer only when it has ended; else ask `task` for progress.",
} as const;

/** Mutations change the graph one after the other; each gives a task. */
@Resolver()
export class WritingResolver {
  @Mutation(() => Task, {
    description: "载入文档. Loads a document, or replaces the one that has its id.",
  })
  async loadDocument(
    @Arg("document", () => DocumentInput, { description: "文档. The document." }) document: DocumentInput,
    @Arg("wait", () => Boolean, wait) waits: boolean,
    @Ctx() context: WritingContext,
  ): Promise<Task> {
    const { writer, tasks } = allowed(context);
    const { id, text } = document;
    if (!id.trim() || !text.trim()) {
      throw new ApiError("BAD_USER_INPUT", `"${id.trim() ? "text" : "id"}" of the document is empty.`);
    }
    checkId("id", id);
    const { task, ended } = tasks.add("LOAD", id, async (one) => {
      Object.assign(
        one,
        await writer.load(document, (claims) => {
          one.claims = claims;
        }),
      );
    });
    if (waits) await ended;
    return task;
  }

  @Mutation(() => Task, {
    description: "撤回文档. Withdraws a document: the graph is then as if it had never been loaded.",
  })
  async unloadDocument(
    @Arg("id", () => ID, { description: "标识. The document's id." }) id: string,
    @Arg("wait", () => Boolean, wait) waits: boolean,
    @Ctx() context: WritingContext,
  ): Promise<Task> {
    const { writer, tasks } = allowed(context);
    checkId("id", id);
    let known = true;
    const { task, ended } = tasks.add("UNLOAD", id, async (one) => {
      known = await writer.unload(id);
      one.change = known ? "WITHDRAWN" : "UNCHANGED";
    });
    if (waits) await ended;
    if (!known)
      throw new ApiError("NOT_FOUND", `No document has the id ${JSON.stringify(id)}.`, { given: id });
    return task;
  }

  @Mutation(() => Task, {
    description:
      "判定. Says that two entities are one, or that one is two; overrides what resolution makes of them.",
  })
  async judge(
    @Arg("verdict", () => Verdict, { description: "判定. Whether they are one." })
    verdict: keyof typeof Verdict,
    @Arg("a", () => ID, { description: "其一. Id of an entity or of one of its designations." }) a: string,
    @Arg("b", () => ID, { description: "其二. The other's." }) b: string,
    @Arg("wait", () => Boolean, wait) waits: boolean,
    @Ctx() context: WritingContext,
  ): Promise<Task> {
    const { writer, tasks } = allowed(context);
    checkId("a", a);
    checkId("b", b);
    if (a === b) throw new ApiError("BAD_USER_INPUT", `"a" and "b" are one id, ${a}; give two.`);
    const { task, ended } = tasks.add("JUDGE", `${a} ${b}`, () =>
      writer.judge(verdict === "SAME" ? "same" : "different", a, b),
    );
    if (waits) await ended;
    return task;
  }

  @Query(() => Task, {
    nullable: true,
    description: "任务. How far a change of the graph is; null where there is no such task. Needs the token.",
  })
  task(
    @Arg("id", () => ID, { description: "标识. The task's id." }) id: string,
    @Ctx() context: WritingContext,
  ): Task | null {
    return allowed(context).tasks.get(id) ?? null;
  }

  @Query(() => [Task], {
    nullable: true,
    description:
      "任务列表. Changes of the graph since the server was started, the newest first. Needs the token.",
  })
  tasks(
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: 20,
      description: `数量. How many, ${MAX_TASKS} at most.`,
    })
    first: number,
    @Ctx() context: WritingContext,
  ): Task[] {
    if (first < 0 || first > MAX_TASKS) {
      throw new ApiError("BAD_PAGE_SIZE", `"first" of tasks is ${first}; it can be 0 to ${MAX_TASKS}.`, {
        maximum: MAX_TASKS,
      });
    }
    return allowed(context).tasks.list(first);
  }
}

function checkId(argument: string, id: string): void {
  if (id.length <= LONGEST_ID) return;
  const message = `"${argument}" has ${id.length} characters; an id can have ${LONGEST_ID}.`;
  throw new ApiError("BAD_USER_INPUT", message, { maximum: LONGEST_ID });
}

function allowed({ writing }: WritingContext): Writing {
  if (writing === "disabled") {
    throw new ApiError(
      "WRITING_DISABLED",
      "This server only reads; start it with ZHITU_TOKEN set to allow changes.",
    );
  }
  if (writing === "unauthenticated") {
    const message = "Changes need the header Authorization: Bearer with the server's token.";
    throw new ApiError("UNAUTHENTICATED", message);
  }
  return writing;
}
