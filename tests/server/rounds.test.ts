import { setImmediate as nextRound } from "node:timers/promises";
import { expect, it } from "vitest";
import { Rounds } from "../../src/server/rounds.js";

it("lets one begin in each round of the event loop, in the order in which they came", async () => {
  const rounds = new Rounds();
  const begun: number[] = [];
  const seen: number[][] = [];
  for (let i = 0; i < 4; i++) void rounds.next().then(() => begun.push(i));
  for (let i = 0; i < 4; i++) {
    await nextRound();
    seen.push([...begun]);
  }
  expect(seen).toEqual([[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]]);
  // One that comes when nobody waits is not kept for long, and does not begin in passing.
  void rounds.next().then(() => begun.push(4));
  expect(begun).toHaveLength(4);
  await nextRound();
  expect(begun).toHaveLength(5);
});
