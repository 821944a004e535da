import { joinParts } from "../characters.js";
import { DITTO } from "./html-lines.js";
import type { PdfItem, PdfTable } from "./pdf-types.js";

/** A straight line that a page draws: at `at` from `from` to `to`. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

type Matrix = readonly number[];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0]! * n[0]! + m[2]! * n[1]!,
  m[1]! * n[0]! + m[3]! * n[1]!,
  m[0]! * n[2]! + m[2]! * n[3]!,
  m[1]! * n[2]! + m[3]! * n[3]!,
  m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
  m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
];

/** How far apart, in points, lines may be that count as one. */
const NEAR = 3;
const SHORTEST_RULE = 6;
/** Numbers that follow each drawing step in pdf.js's paths: move, line, cubic and quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0];

/** The horizontal and vertical lines that a page's operators draw, thin boxes included. */
export function rulesOf(
  operators: { fnArray: number[]; argsArray: unknown[] },
  ops: Record<string, number>,
): Rules {
  const rules: Rules = { horizontal: [], vertical: [] };
  const painted = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
  ]);
  for (const name of ["closeFillStroke", "closeEOFillStroke"]) painted.add(ops[name]);
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  for (const [i, op] of operators.fnArray.entries()) {
    const args = operators.argsArray[i];
    if (op === ops.save) stack.push(matrix);
    else if (op === ops.restore) matrix = stack.pop() ?? IDENTITY;
    else if (op === ops.transform) matrix = times(matrix, args as number[]);
    else if (op === ops.constructPath) {
      const [paint, paths] = args as [number, (Float32Array | null)[]];
      if (painted.has(paint)) for (const path of paths) if (path) addPath(path, matrix, rules);
    }
  }
  return rules;
}

function addPath(path: ArrayLike<number>, matrix: Matrix, rules: Rules): void {
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  const lineTo = (toX: number, toY: number): void => {
    if (Math.abs(toY - y) < 1.5 && Math.abs(toX - x) >= SHORTEST_RULE)
      rules.horizontal.push({ at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) });
    else if (Math.abs(toX - x) < 1.5 && Math.abs(toY - y) >= SHORTEST_RULE)
      rules.vertical.push({ at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) });
    [x, y] = [toX, toY];
  };
  for (let k = 0; k < path.length; ) {
    const step = path[k]!;
    const count = OPERANDS[step];
    if (count === undefined) return;
    if (step === 4) lineTo(startX, startY);
    else {
      const [a, b] = [path[k + count - 1]!, path[k + count]!];
      const toX = matrix[0]! * a + matrix[2]! * b + matrix[4]!;
      const toY = matrix[1]! * a + matrix[3]! * b + matrix[5]!;
      if (step === 1) lineTo(toX, toY);
      else [x, y] = [toX, toY];
      if (step === 0) [startX, startY] = [toX, toY];
    }
    k += count + 1;
  }
}

/** The tables that a page's lines draw: two columns or more and two rows or more, whatever cells are merged. */
export function tablesOf(items: readonly PdfItem[], rules: Rules): PdfTable[] {
  return framesOf(rules).flatMap((frame) => {
    const xs = positions(frame.vertical);
    const ys = positions(frame.horizontal).reverse();
    if (xs.length < 3 || ys.length < 3) return [];
    return [new Grid(xs, ys, frame).fill(items)].filter((table) => table.rows.length >= 2);
  });
}

/** Groups of lines that touch each other. */
function framesOf(rules: Rules): Rules[] {
  const frames: Rules[] = [];
  const boxes: number[][] = [];
  const all = [
    ...rules.horizontal.map((rule) => ({ rule, box: [rule.from, rule.at, rule.to, rule.at], across: true })),
    ...rules.vertical.map((rule) => ({ rule, box: [rule.at, rule.from, rule.at, rule.to], across: false })),
  ].sort((a, b) => b.box[3]! - a.box[3]! || a.box[0]! - b.box[0]!);
  for (const { rule, box, across } of all) {
    let i = boxes.findIndex((other) => touch(other, box));
    if (i < 0) {
      i = frames.push({ horizontal: [], vertical: [] }) - 1;
      boxes.push([...box]);
    }
    frames[i]![across ? "horizontal" : "vertical"].push(rule);
    const grown = boxes[i]!;
    for (const k of [0, 1]) grown[k] = Math.min(grown[k]!, box[k]!);
    for (const k of [2, 3]) grown[k] = Math.max(grown[k]!, box[k]!);
  }
  return frames;
}

const touch = (a: readonly number[], b: readonly number[]): boolean =>
  a[0]! <= b[2]! + NEAR && b[0]! <= a[2]! + NEAR && a[1]! <= b[3]! + NEAR && b[1]! <= a[3]! + NEAR;

/** Where lines stand, near ones as one, in rising order. */
function positions(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const { at } of [...rules].sort((a, b) => a.at - b.at))
    if (found.length === 0 || at - found.at(-1)! > NEAR) found.push(at);
  return found;
}

class Grid {
  /** For each field of the grid the field at the top left of its cell. */
  private readonly owners: number[];
  private readonly columns: number;

  constructor(
    private readonly xs: readonly number[],
    private readonly ys: readonly number[],
    frame: Rules,
  ) {
    this.columns = xs.length - 1;
    this.owners = Array.from({ length: this.columns * (ys.length - 1) }, (_, i) => i);
    for (let row = 0; row < ys.length - 1; row++)
      for (let column = 0; column < this.columns; column++) {
        const middleX = (xs[column]! + xs[column + 1]!) / 2;
        const middleY = (ys[row]! + ys[row + 1]!) / 2;
        const i = row * this.columns + column;
        if (column > 0 && !crosses(frame.vertical, xs[column]!, middleY))
          this.owners[i] = this.owners[i - 1]!;
        else if (row > 0 && !crosses(frame.horizontal, ys[row]!, middleX))
          this.owners[i] = this.owners[i - this.columns]!;
      }
  }

  fill(items: readonly PdfItem[]): PdfTable {
    const texts = new Map<number, { text: string; y: number }>();
    const inside = new Set<PdfItem>();
    for (const item of items) {
      const column = interval(this.xs, item.x + item.width / 2);
      const row = this.ys.findIndex(
        (y, i) => item.y + item.size * 0.3 <= y && item.y + item.size * 0.3 > (this.ys[i + 1] ?? Infinity),
      );
      if (column < 0 || row < 0) continue;
      inside.add(item);
      const owner = this.owners[row * this.columns + column]!;
      const cell = texts.get(owner);
      if (cell === undefined) texts.set(owner, { text: item.text, y: item.y });
      else {
        const below = Math.abs(cell.y - item.y) > item.size * 0.5;
        texts.set(owner, {
          text: below ? joinParts(cell.text.trimEnd(), item.text) : cell.text + item.text,
          y: item.y,
        });
      }
    }
    const rows: string[] = [];
    for (let row = 0; row < this.ys.length - 1; row++) {
      const cells: string[] = [];
      for (let column = 0; column < this.columns; column++) {
        const i = row * this.columns + column;
        const owner = this.owners[i]!;
        const from = owner % this.columns;
        if (owner === i) cells.push((texts.get(i)?.text ?? "").replace(/\s+/g, " ").trim());
        else cells.push(from === column && texts.has(owner) ? DITTO : "");
      }
      if (cells.some((cell) => cell !== "" && cell !== DITTO)) rows.push(cells.join("\t"));
    }
    return { rows, items: inside };
  }
}

const crosses = (rules: readonly Rule[], at: number, middle: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= middle && rule.to >= middle);

function interval(edges: readonly number[], value: number): number {
  for (let i = 0; i + 1 < edges.length; i++) if (value >= edges[i]! && value < edges[i + 1]!) return i;
  return -1;
}
