import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../core/config.js";
import { CONF, homeArgument, type Places } from "./places.js";
import { identityOf, type ProcessIdentity } from "./process-identity.js";

/** What Neo4j needs of Java's insides, as its own launcher passes it. */
const JAVA_FLAGS = [
  "--add-opens=java.base/java.nio=ALL-UNNAMED",
  "--add-opens=java.base/java.io=ALL-UNNAMED",
  "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
  "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
  "-XX:+UseG1GC",
  "-XX:+ExitOnOutOfMemoryError",
  "-Dfile.encoding=UTF-8",
  "-Djava.awt.headless=true",
];

/** What to start, and where it is to listen. */
export interface Program {
  java: string;
  jars: string;
  port: number;
}

/** A server that was started. */
export interface Launched {
  child: ChildProcess;
  identity: ProcessIdentity;
  /** Why it could not be started, once that is known. */
  failure: () => Error | undefined;
}

/**
 * Starts Java in a process group of its own, so that the terminal's Ctrl-C reaches Zhitu alone, which then stops it. A UTF-8
 * locale, because Java reads the names of files in the locale's encoding.
 */
export function launch({ java, jars, port }: Program, settings: Settings, places: Places): Launched {
  writeFileSync(join(places.conf, CONF), configuration(port, settings));
  if (existsSync(places.log)) renameSync(places.log, `${places.log}.previous`);
  const log = openSync(places.console, "w", 0o600);
  const args = [
    ...JAVA_FLAGS,
    `-Xmx${settings.heap}`,
    "-cp",
    join(jars, "*"),
    "org.neo4j.server.CommunityEntryPoint",
    homeArgument(places),
    `--config-dir=${places.conf}`,
  ];
  const env = process.platform === "linux" ? { ...process.env, LC_ALL: "C.UTF-8" } : process.env;
  try {
    const child = spawn(java, args, {
      cwd: places.home,
      detached: true,
      env,
      stdio: ["ignore", log, log],
      windowsHide: true,
    });
    let failure: Error | undefined;
    child.once("error", (error) => {
      failure = error;
    });
    child.unref();
    const identity = (child.pid && identityOf(child.pid)) || { pid: child.pid ?? 0, started: "" };
    return { child, identity, failure: () => failure };
  } finally {
    closeSync(log);
  }
}

/** neo4j.conf: loopback only, Bolt only, nothing sent to anybody, small logs. */
function configuration(port: number, settings: Settings): string {
  return `${[
    "# Written by Zhitu at each start.",
    "server.default_listen_address=127.0.0.1",
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    "server.http.enabled=false",
    "server.https.enabled=false",
    "dbms.security.auth_enabled=true",
    "dbms.usage_report.enabled=false",
    `server.memory.pagecache.size=${settings.pageCache}`,
    "db.tx_log.preallocate=false",
    "db.tx_log.rotation.size=64m",
    "db.tx_log.rotation.retention_policy=1 files",
    "db.logs.query.enabled=OFF",
    "# Without these two, stopping takes ten seconds of waiting for clients that are gone.",
    "internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
    "internal.dbms.bolt.local_enabled=false",
  ].join("\n")}\n`;
}
