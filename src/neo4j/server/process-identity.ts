import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A process as it can be told from a later one that was given the same id. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the system's own words; "" where the system does not say. */
  started: string;
}

/** The identity of the process that has this id now; undefined when none has, or only its zombie. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const started = process.platform === "linux" ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether that very process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.started === identity.started;
}

/** A living process that was started with exactly this argument; undefined also where the system does not tell (Windows). */
export function findByArgument(argument: string): ProcessIdentity | undefined {
  if (process.platform === "win32") return undefined;
  const pid = process.platform === "linux" ? findOnLinux(argument) : findElsewhere(argument);
  return pid === undefined ? undefined : identityOf(pid);
}

let own: ProcessIdentity | undefined;

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  own ??= identityOf(process.pid) ?? { pid: process.pid, started: "" };
  return own;
}

function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The command, in brackets, may hold anything; what follows it is the state and, 19 fields on, the start in ticks.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "latin1").slice(0, 8);
    return `${boot}-${fields[19]}`;
  } catch {
    return undefined;
  }
}

function startedElsewhere(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
  }
  if (process.platform === "win32") return "";
  try {
    const [state, ...start] = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
    })
      .trim()
      .split(/\s+/);
    return state?.startsWith("Z") ? undefined : start.join(" ");
  } catch {
    return undefined;
  }
}

function findOnLinux(argument: string): number | undefined {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .find((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(argument);
      } catch {
        return false;
      }
    });
}

function findElsewhere(argument: string): number | undefined {
  try {
    const table = execFileSync("ps", ["-axww", "-o", "pid=,command="], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    const line = table.split("\n").find((row) => ` ${row} `.includes(` ${argument} `));
    return line === undefined ? undefined : Number.parseInt(line, 10);
  } catch {
    return undefined;
  }
}
