import { Session } from "node:inspector";
import { isAnchored, parsePattern, reachOf, stretchOf } from "./growth.js";

const session = new Session();
let isCounting = false;

function ask(method: string, parameters?: object): { result?: ScriptCoverage[] } {
  let answer: { result?: ScriptCoverage[] } = {};
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result as typeof answer;
  });
  return answer;
}

/** Has V8 count how often each block of code runs, of functions that it compiles from now on: import what is to be counted afterwards. */
export function startCounting(): void {
  session.connect();
  ask("Profiler.enable");
  ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  isCounting = true;
}

/**
 * Counts what work a function does, without a clock: how often blocks of code ran whose file is ours, how many characters patterns
 * and searches looked at, and how many elements were gone through or copied. Seconds differ from run to run and machine to
 * machine; these are the same each time, up to what is compiled or cached the first time.
 */
export async function countSteps(
  isOurs: (url: string) => boolean,
  work: () => void | Promise<void>,
): Promise<number> {
  return (await countEach(isOurs, [work]))[0]!;
}

/** The same of several functions, one after the other; asking V8 takes longer than many of them. */
export async function countEach(
  isOurs: (url: string) => boolean,
  works: readonly (() => void | Promise<void>)[],
): Promise<number[]> {
  if (!isCounting) throw new Error("startCounting comes first");
  ask("Profiler.takePreciseCoverage");
  const counts: number[] = [];
  for (const work of works) {
    const searched = await countSearches(work);
    const { result = [] } = ask("Profiler.takePreciseCoverage");
    let blocks = 0;
    for (const { url, functions } of result)
      if (isOurs(url)) for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    counts.push(blocks + searched);
  }
  return counts;
}

interface ScriptCoverage {
  url: string;
  functions: { ranges: { count: number }[] }[];
}

/** The characters that searches look at and the elements that copies go through while something is done. */
async function countSearches(work: () => void | Promise<void>): Promise<number> {
  let steps = 0;
  const undo: (() => void)[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: functions of every kind are wrapped
  const wrap = (object: any, name: string | symbol, wrapper: (original: any) => unknown): void => {
    const original = object[name];
    object[name] = wrapper(original);
    undo.push(() => {
      object[name] = original;
    });
  };
  wrap(RegExp.prototype, "exec", (exec: RegExp["exec"]) => {
    return function (this: RegExp, text: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = exec.call(this, text);
      const cost = costOf(this);
      const whole = String(text);
      const tried = match?.index ?? (cost.isFixed ? from : whole.length);
      const ends = match === null ? tried : tried + match[0].length;
      const scanned = cost.isFixed ? 0 : ends - from;
      steps += 1 + Math.max(0, scanned);
      steps +=
        typeof cost.reach === "number"
          ? Math.max(0, Math.min(cost.reach, whole.length - from))
          : cost.reach(whole, tried);
      return match;
    };
  });
  for (const name of ["indexOf", "lastIndexOf", "includes"] as const)
    wrap(String.prototype, name, (original: (sought: string, from?: number) => number | boolean) => {
      return function (this: string, sought: string, from?: number) {
        const found = original.call(this, sought, from as number);
        const { length } = this;
        const start = from ?? (name === "lastIndexOf" ? length : 0);
        const end =
          typeof found !== "number" ? length : found >= 0 ? found : name === "lastIndexOf" ? 0 : length;
        steps += 1 + Math.abs(Math.min(start, length) - end);
        return found;
      };
    });
  for (const name of ["normalize", "toLowerCase", "split", "replaceAll"] as const)
    wrap(String.prototype, name, (original: (...args: unknown[]) => unknown) => {
      return function (this: string, ...args: unknown[]) {
        steps += this.length;
        return original.apply(this, args);
      };
    });
  for (const name of [
    "indexOf",
    "lastIndexOf",
    "includes",
    "slice",
    "concat",
    "splice",
    "unshift",
    "shift",
    "join",
  ] as const)
    wrap(Array.prototype, name, (original: (...args: unknown[]) => unknown) => {
      return function (this: unknown[], ...args: unknown[]) {
        const result = original.apply(this, args);
        steps += 1 + (Array.isArray(result) ? result.length : this.length);
        return result;
      };
    });
  for (const iterator of [[][Symbol.iterator](), new Set().values(), new Map().entries()])
    wrap(Object.getPrototypeOf(iterator), "next", (original: () => unknown) => {
      return function (this: unknown) {
        steps++;
        return original.call(this);
      };
    });
  try {
    await work();
  } finally {
    for (const one of undo.reverse()) one();
  }
  return steps;
}

interface Cost {
  /** How many characters it looks at from where it begins: at most, or in a text from a place. */
  reach: number | ((text: string, from: number) => number);
  /** Whether it begins at one place only. */
  isFixed: boolean;
}
const costs = new Map<string, Cost>();

function costOf({ source, flags, sticky }: RegExp): Cost {
  const key = `/${source}/${flags}`;
  let cost = costs.get(key);
  if (cost === undefined) {
    const pattern = parsePattern(source, flags);
    const reach = reachOf(pattern);
    cost = {
      reach: reach < Infinity ? reach : stretchOf(pattern),
      isFixed: sticky || isAnchored(pattern, flags),
    };
    costs.set(key, cost);
  }
  return cost;
}
