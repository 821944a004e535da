import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { packageRoot } from "../../src/core/paths.js";

/** A regular expression of the program and every place (`loaders/x.ts:12`) that has it. */
export interface Pattern {
  source: string;
  flags: string;
  places: string[];
}

export interface Collection {
  patterns: Pattern[];
  /** Places where one is made within a function, so that importing the module does not show it. */
  hidden: string[];
}

/** Modules that do their work when they are imported. */
const PROGRAMS = /^src\/cli\/main\.ts$|^loaders\/prepare-worker\.ts$/;

/**
 * All regular expressions of folders: literals by the compiler's syntax tree; those put together from pieces by importing every
 * module while the constructor keeps what it is given. No module of the folders may have been imported before.
 */
export async function collectPatterns(folders: readonly string[]): Promise<Collection> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(folder, name)),
  );
  const found = new Map<string, Pattern>();
  const add = (source: string, flags: string, place: string): void => {
    const key = `/${source}/${flags}`;
    const pattern = found.get(key);
    if (pattern === undefined) found.set(key, { source, flags, places: [place] });
    else pattern.places.push(place);
  };
  const hidden: string[] = [];
  let made = 0;
  for (const file of files) {
    const code = readFileSync(join(packageRoot, file), "utf8");
    for (const { source, flags, line } of literalsOf(file, code)) add(source, flags, `${file}:${line}`);
    const constructed = constructionsOf(file, code);
    for (const { line, isHidden } of constructed)
      if (isHidden) hidden.push(`${file}:${line}`);
      else made++;
  }
  const before = found.size;
  await whileConstructing(
    (pattern, place) => add(pattern.source, pattern.flags, place),
    async () => {
      for (const file of files)
        if (!PROGRAMS.test(file)) await import(pathToFileURL(join(packageRoot, file)).href);
    },
  );
  if (made > 0 && found.size === before)
    throw new Error("modules had been imported before: patterns were missed");
  return { patterns: [...found.values()], hidden };
}

/** The literals of a module. */
export function literalsOf(file: string, code: string): { source: string; flags: string; line: number }[] {
  const found: { source: string; flags: string; line: number }[] = [];
  walk(file, code, (node, line) => {
    if (!ts.isRegularExpressionLiteral(node)) return;
    const end = node.text.lastIndexOf("/");
    found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), line });
  });
  return found;
}

/** Where a module calls the constructor, and whether within a function. */
function constructionsOf(file: string, code: string): { line: number; isHidden: boolean }[] {
  const found: { line: number; isHidden: boolean }[] = [];
  walk(file, code, (node, line, isHidden) => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp")
      found.push({ line, isHidden });
  });
  return found;
}

function walk(
  file: string,
  code: string,
  visit: (node: ts.Node, line: number, isWithinFunction: boolean) => void,
): void {
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true);
  const lineOf = (node: ts.Node) => tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const descend = (node: ts.Node, within: boolean): void => {
    visit(node, lineOf(node), within);
    const inside = within || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => descend(child, inside));
  };
  descend(tree, false);
}

/** Does something while each regular expression that code of the folders makes is shown, with the place that makes it. */
async function whileConstructing(
  show: (pattern: RegExp, place: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const Original = RegExp;
  const folders = /\/((?:schema|src|loaders)\/[^?:)]+\.[jt]s)[^:)]*:(\d+)/;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args, newTarget) {
      const pattern = Reflect.construct(target, args, newTarget === globalThis.RegExp ? target : newTarget);
      const caller = (new Error().stack ?? "").split("\n").slice(2, 3).join();
      const place = folders.exec(relative(packageRoot, caller) || caller) ?? folders.exec(caller);
      if (place !== null) show(pattern, `${place[1]}:${place[2]}`);
      return pattern;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = Original;
  }
}
