import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from "pino";
import type { LogLevel } from "./settings.js";

export type { Logger } from "pino";

/** Bytes that wait for a reader of standard error who does not read; what comes then is dropped rather than kept. */
const UNREAD = 8 * 1024 * 1024;

/**
 * The log on standard error: a JSON object a line, or, on a terminal, a line for people. Nothing that a client sent is
 * in it but the operation's name: no query, variable, header or token.
 */
export function createLog(level: LogLevel, forPeople = process.stderr.isTTY ?? false): Logger {
  const to: DestinationStream = forPeople
    ? { write: (line) => void process.stderr.write(readable(line)) }
    : destination({ dest: 2, sync: false, maxLength: UNREAD });
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to,
  );
}

/** `zhitu: message key=value …`, and the stack of an error below it. */
function readable(line: string): string {
  const { level: _, time: __, msg, err, ...facts } = JSON.parse(line);
  const pairs = Object.entries(facts).map(([key, value]) => ` ${key}=${value}`);
  const stack = err ? `\n${err.stack ?? err.message}` : "";
  return `zhitu: ${msg ?? ""}${pairs.join("")}${stack}\n`;
}
