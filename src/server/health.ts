import express, { type Router } from "express";
import type { Database } from "../neo4j/index.js";

/** How long the database may take to say that it is there, in milliseconds. */
const PATIENCE = 3_000;

/**
 * `/health/live`: the process answers. `/health/ready`: questions can be answered now, that is, the database answers
 * and the server is not about to stop; 503 where not. However many ask, the database is asked once at a time.
 */
export function healthRouter(database: Pick<Database, "readOnce">, isStopping: () => boolean): Router {
  const router = express.Router();
  let asking: Promise<string | undefined> | undefined;
  const ask = () => {
    asking ??= databaseProblem(database).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  router.use((_request, response, next) => {
    response.setHeader("cache-control", "no-store");
    next();
  });
  router.get("/live", (_request, response) => void response.json({ status: "live" }));
  router.get("/ready", async (_request, response) => {
    const problem = isStopping() ? "stopping" : await ask();
    response
      .status(problem ? 503 : 200)
      .json(problem ? { status: "not ready", problem } : { status: "ready" });
  });
  return router;
}

async function databaseProblem(database: Pick<Database, "readOnce">): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("the database does not answer"), PATIENCE);
  });
  const asked = database.readOnce("RETURN 1 AS one", {}, { timeout: PATIENCE, atOnce: true }).then(
    () => undefined,
    () => "the database cannot be reached",
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
