import type { Command } from "commander";
import { readSettings, type Settings } from "../core/config.js";
import { messageOf } from "../core/errors.js";
import type { Check } from "../neo4j/diagnosis.js";

/** `zhitu doctor`: what is installed, running and reachable, and what to do about the rest. */
export function registerDoctor(program: Command): void {
  program
    .command("doctor")
    .description(
      "check Node, Java, Maven, folders, database and graph; exit 1 when something needed is broken",
    )
    .option("--json", "print JSON")
    .action(doctor);
}

async function doctor({ json }: { json?: boolean }): Promise<void> {
  const { diagnose } = await import("../neo4j/diagnosis.js");
  const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);
  let checks: Check[];
  try {
    const settings: Settings = readSettings();
    checks = await diagnose(settings, report);
  } catch (error) {
    checks = [{ name: "settings", state: "broken", found: messageOf(error), advice: "correct the variable" }];
  }
  const ok = checks.every(({ state }) => state !== "broken");
  if (json) process.stdout.write(`${JSON.stringify({ ok, checks })}\n`);
  else process.stdout.write(table(checks));
  if (!ok) process.exitCode = 1;
}

const SIGNS = { ok: "ok", note: "note", broken: "BROKEN" } as const;

function table(checks: readonly Check[]): string {
  return checks
    .map(({ name, state, found, advice }) => {
      const lines = [found, ...(advice ? [`→ ${advice}`] : [])].flatMap((text) => text.split("\n"));
      return lines.map((line, index) => (index === 0 ? head(name, state) : " ".repeat(20)) + line).join("\n");
    })
    .map((text) => `${text}\n`)
    .join("");
}

function head(name: string, state: Check["state"]): string {
  return name.padEnd(12) + SIGNS[state].padEnd(8);
}
