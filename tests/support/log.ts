import { type Logger, pino } from "pino";

/** A log that keeps its lines, as they would be written. */
export function collectingLog(lines: string[], level = "info"): Logger {
  return pino({ base: null, level }, { write: (line: string) => void lines.push(line) });
}
