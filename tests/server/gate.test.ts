import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Gate, Overloaded } from "../../src/server/gate.js";

const never = new AbortController().signal;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the gate", () => {
  it("lets so many in at once, the next when one leaves, in order, and refuses those beyond the queue", async () => {
    const gate = new Gate(2, 2);
    expect(gate.enter(never)).toBeUndefined();
    expect(gate.enter(never)).toBeUndefined();
    const order: string[] = [];
    const third = gate.enter(never)!.then(() => order.push("third"));
    const fourth = gate.enter(never)!.then(() => order.push("fourth"));
    expect([gate.running, gate.waiting]).toEqual([2, 2]);
    expect(() => gate.enter(never)).toThrow(Overloaded);
    gate.leave();
    await third;
    expect([gate.running, gate.waiting]).toEqual([2, 1]);
    gate.leave();
    await fourth;
    expect(order).toEqual(["third", "fourth"]);
    gate.leave();
    gate.leave();
    expect([gate.running, gate.waiting]).toEqual([0, 0]);
  });

  it("refuses what has waited too long, and forgets whose client has gone", async () => {
    const gate = new Gate(1, 2);
    gate.enter(never);
    const late = gate.enter(never)!.catch((error) => error);
    const gone = new AbortController();
    const abandoned = gate.enter(gone.signal)!.catch((error) => error);
    gone.abort();
    expect(await abandoned).toBe(gone.signal.reason);
    expect(gate.waiting).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await late).toBeInstanceOf(Overloaded);
    expect([gate.running, gate.waiting]).toEqual([1, 0]);
  });
});
