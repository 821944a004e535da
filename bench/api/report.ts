import { geometricMean, percentile, type Tally } from "./measure.js";
import type { SideName } from "./sides.js";

export interface SideResult {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time a request, of the server's process and of the database's. */
  serverTime: number;
  databaseTime: number;
}

/** One operation: Zhitu's rate over the others', its own p50 and p99, and each side in full. */
export interface Result {
  name: string;
  ratioToPeer: number;
  ratioToHandWritten: number;
  p50: number;
  p99: number;
  sides: Record<SideName, SideResult>;
}

export function resultOf(name: string, tallies: ReadonlyMap<SideName, Tally>): Result {
  const sides = Object.fromEntries(
    [...tallies].map(([side, tally]) => [side, sideResult(tally)]),
  ) as Result["sides"];
  const over = (other: SideName) => round(rateOf(tallies.get("zhitu")!) / rateOf(tallies.get(other)!));
  const { p50, p99 } = sides.zhitu;
  return { name, ratioToPeer: over("peer"), ratioToHandWritten: over("hand"), p50, p99, sides };
}

const rateOf = ({ requests, seconds }: Tally) => requests / seconds;

function sideResult(tally: Tally): SideResult {
  return {
    requestsPerSecond: Math.round(rateOf(tally)),
    p50: round(percentile(tally.times, 0.5)),
    p99: round(percentile(tally.times, 0.99)),
    serverTime: round(tally.serverCpu / tally.requests),
    databaseTime: round(tally.databaseCpu / tally.requests),
  };
}

export function summaryOf(results: readonly Result[]) {
  return {
    ratioToPeer: round(geometricMean(results.map((one) => one.ratioToPeer))),
    ratioToHandWritten: round(geometricMean(results.map((one) => one.ratioToHandWritten))),
    operations: results,
  };
}

/** A table of one operation, for people. */
export function printReport({ name, ratioToPeer, ratioToHandWritten, sides }: Result): void {
  const lines = Object.entries(sides).map(([side, r]) =>
    [
      side.padEnd(6),
      `${r.requestsPerSecond} req/s`.padStart(12),
      `p50 ${r.p50.toFixed(1)} ms`.padStart(14),
      `p99 ${r.p99.toFixed(1)} ms`.padStart(14),
      `server ${r.serverTime.toFixed(2)} ms`.padStart(16),
      `database ${r.databaseTime.toFixed(2)} ms`.padStart(18),
    ].join(""),
  );
  process.stdout.write(
    `\n${name}: ${ratioToPeer} x peer, ${ratioToHandWritten} x hand-written\n${lines.join("\n")}\n`,
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
