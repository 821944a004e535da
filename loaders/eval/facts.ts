import type { Fact } from "./score.js";

/** The facts of a JSONL text; throws an Error that names the line that is none. */
export function parseFacts(text: string): Fact[] {
  const facts: Fact[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new Error(`line ${index + 1}: ${(error as Error).message}`);
    }
    if (typeof value !== "object" || value === null || typeof (value as Fact).fact !== "string")
      throw new Error(`line ${index + 1}: is no fact`);
    facts.push(value as Fact);
  }
  return facts;
}
