import type { Operation } from "./operations.js";
import type { Side } from "./sides.js";

/** What a side did with one operation, over all its slices. */
export interface Tally {
  requests: number;
  seconds: number;
  /** Milliseconds of each request. */
  times: number[];
  /** Milliseconds of processor time. */
  serverCpu: number;
  databaseCpu: number;
}

export const newTally = (): Tally => ({ requests: 0, seconds: 0, times: [], serverCpu: 0, databaseCpu: 0 });

/** How long sides are asked before anything is counted, so that what is measured is compiled. */
export interface WarmUp {
  /** Requests that are always asked, and those after which it is enough. */
  least: number;
  most: number;
  /** Milliseconds after which the least is enough. */
  patience: number;
}

/** Asks without counting. */
export async function warmUp(
  side: Side,
  operation: Operation,
  clients: number,
  { least, most, patience }: WarmUp,
): Promise<void> {
  const end = performance.now() + patience;
  let at = 0;
  const isEnough = () => at >= most || (at >= least && performance.now() > end);
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (!isEnough()) await side.ask(client, operation, at++ % operation.parameters.length);
    }),
  );
}

/** A closed loop for some time: each client asks again as soon as it has its answer; parameters rotate. */
export async function measureSlice(
  side: Side,
  operation: Operation,
  options: { clients: number; milliseconds: number; databaseCpu: () => number },
  tally: Tally,
): Promise<void> {
  const { length } = operation.parameters;
  const [server, database] = [side.cpu(), options.databaseCpu()];
  const start = performance.now();
  const end = start + options.milliseconds;
  let at = tally.requests;
  await Promise.all(
    Array.from({ length: options.clients }, async (_, client) => {
      for (let now = performance.now(); now < end; ) {
        await side.ask(client, operation, at++ % length);
        const then = performance.now();
        tally.times.push(then - now);
        tally.requests++;
        now = then;
      }
    }),
  );
  tally.seconds += (performance.now() - start) / 1000;
  tally.serverCpu += side.cpu() - server;
  tally.databaseCpu += options.databaseCpu() - database;
}

/** The value that the given part of all values does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
