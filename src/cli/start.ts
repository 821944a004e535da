import type { Command } from "commander";
import { UsageError } from "../core/errors.js";
import type { Database } from "../neo4j/index.js";
import type { Report } from "../neo4j/server/report.js";
import type { RunningServer, ServerOptions } from "../server/server.js";
import type { ServerSettings } from "../server/settings.js";
import { type Lifetime, watchLifetime } from "./lifetime.js";

/** Characters of a token that nobody guesses. */
const LEAST_TOKEN = 16;

interface StartOptions {
  publicRead?: boolean;
  subgraph?: boolean;
}

/** `zhitu start`: the database, the bundled corpus where the graph is empty, the API. */
export function registerStart(program: Command): void {
  program
    .command("start")
    .description("start the database and serve the graph (HOST, PORT); ends with a signal or with its parent")
    .option("--public-read", "let everybody who reaches HOST read, where HOST is no loopback address")
    .option("--subgraph", "be a subgraph of Apollo Federation: with _service and _entities")
    .action(start);
}

async function start(options: StartOptions): Promise<void> {
  const { readServerSettings } = await import("../server/settings.js");
  const settings = readServerSettings();
  const { isLoopback } = await import("../server/access.js");
  const readsNeedToken = !isOpen(settings, options, isLoopback(settings.host));
  const { createLog } = await import("../server/log.js");
  const log = createLog(settings.logLevel);
  const report: Report = (message) => log.info(message);
  if (settings.token !== undefined && settings.token.length < LEAST_TOKEN)
    log.warn(
      `ZHITU_TOKEN has ${settings.token.length} characters, which can be guessed; take ${LEAST_TOKEN} or more, such as openssl rand -hex 32 gives`,
    );
  const lifetime = watchLifetime((message) => log.error(message));
  const running: { server?: RunningServer; database?: Database } = {};
  try {
    const opening = new AbortController();
    void lifetime.ended.then(() => opening.abort());
    const started = serve(
      { settings, readsNeedToken, subgraph: options.subgraph ?? false, log },
      running,
      opening.signal,
    );
    const reason = await Promise.race([started.then(() => lifetime.ended), lifetime.ended]);
    report(`stopping: ${reason}`);
    // What is half started is ended as well, once it is there to be ended.
    await started.catch(() => {});
  } finally {
    await stop(running, lifetime);
  }
}

async function serve(
  how: Pick<ServerOptions, "settings" | "readsNeedToken" | "subgraph" | "log">,
  running: { server?: RunningServer; database?: Database },
  signal: AbortSignal,
): Promise<void> {
  const [{ openDatabase }, { startServer }, { fillIfEmpty }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../server/server.js"),
    import("./bundled-corpus.js"),
  ]);
  const report: Report = (message) => how.log.info(message);
  const { graphWriter } = await import("./graph-writer.js");
  running.database = await openDatabase({ report, signal });
  signal.throwIfAborted();
  await fillIfEmpty(running.database, report);
  signal.throwIfAborted();
  running.server = await startServer({
    database: running.database,
    ...how,
    writer: graphWriter(running.database),
  });
  const { url } = running.server;
  process.stdout.write(`Zhitu is ready: ${url}/graphql (GraphQL), ${url}/graphiql (GraphiQL)\n`);
}

async function stop(
  { server, database }: { server?: RunningServer; database?: Database },
  lifetime: Lifetime,
): Promise<void> {
  await server?.stop();
  await database?.close();
  lifetime.release();
}

/**
 * Whether everybody who reaches the address may read. On an address that others reach, reading needs the token, or is
 * meant to be open by name.
 */
function isOpen({ host, token }: ServerSettings, { publicRead }: StartOptions, isLoopback: boolean): boolean {
  if (isLoopback || publicRead) return true;
  if (token) return false;
  throw new UsageError(
    `HOST is ${host}, which others can reach; set ZHITU_TOKEN, or add --public-read if everybody there may read the graph`,
    { host },
  );
}
