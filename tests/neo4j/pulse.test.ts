import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AbandonedError } from "../../src/core/errors.js";
import { Pulse } from "../../src/neo4j/pulse.js";

// A stand-in for the server: it answers what it is asked while `lives`.
let lives: boolean;
let asked: number;
let back: number;
let stubborn: number;
let pulse: Pulse;
const forever = () => new Promise<never>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
  [lives, asked, back, stubborn] = [false, 0, 0, 0];
  pulse = new Pulse({
    ask: async () => {
      asked++;
      if (!lives) throw new Error("no answer in time");
    },
    onBack: async () => {
      back++;
    },
    onStubborn: async () => {
      stubborn++;
    },
    uri: () => "bolt://host:7687",
  });
});
afterEach(() => {
  pulse.close();
  vi.useRealTimers();
});

describe("the pulse of a server", () => {
  it("gives what the work gives, and raises what it raises", async () => {
    expect(await pulse.outcomeOf(async () => 7, { timeout: 1_000 })).toBe(7);
    await expect(pulse.outcomeOf(async () => Promise.reject(new Error("wrong")), {})).rejects.toThrow(
      "wrong",
    );
  });

  it("fails what is due and refuses what comes while the server is silent, until it answers", async () => {
    const due = [1, 2, 3].map(() => pulse.outcomeOf(forever, { timeout: 15_000 }).catch(String));
    await vi.advanceTimersByTimeAsync(2_900);
    expect(asked).toBe(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(await Promise.all(due)).toEqual(
      Array(3).fill("DatabaseError: Neo4j at bolt://host:7687 does not answer"),
    );
    expect(() => pulse.refuse()).toThrow(/does not answer/);
    lives = true;
    await vi.advanceTimersByTimeAsync(1_100);
    expect(back).toBe(1);
    expect(() => pulse.refuse()).not.toThrow();
  });

  it("lets one slow statement run to its limit while the server lives, and gives it up later", async () => {
    lives = true;
    const slow = pulse.outcomeOf(forever, { timeout: 15_000 }).catch(String);
    let isOver = false;
    void slow.then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(17_000);
    expect(isOver).toBe(false);
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(8);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await slow).toContain("does not answer");
    expect(pulse.isSilent).toBe(false);
  });

  it("ends with the signal, also when that was given before", async () => {
    const gone = new AbortController();
    const due = pulse.outcomeOf(forever, { signal: gone.signal }).catch((error) => error);
    gone.abort();
    expect(await due).toBeInstanceOf(AbandonedError);
    await expect(pulse.outcomeOf(forever, { signal: gone.signal })).rejects.toThrow(AbandonedError);
  });

  it("has a server started anew that stays silent for a minute", async () => {
    pulse.outcomeOf(forever, {}).catch(() => {});
    await vi.advanceTimersByTimeAsync(50_000);
    expect(stubborn).toBe(0);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stubborn).toBe(1);
  });
});
