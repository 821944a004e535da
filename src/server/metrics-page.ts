import type { RequestHandler } from "express";
import type { Access } from "./access.js";
import type { Metrics } from "./metrics.js";

/** `/metrics` for Prometheus: on a loopback address for everybody, on others for holders of the token. */
export function metricsPage(metrics: Metrics, access: Access, isOpen: boolean): RequestHandler {
  return async (request, response) => {
    if (!isOpen && !access.isHolder(request.headers.authorization)) {
      const message = "Metrics need the header Authorization: Bearer with the server's token.";
      response.status(401).json({ errors: [{ message, extensions: { code: "UNAUTHENTICATED" } }] });
      return;
    }
    response.setHeader("cache-control", "no-store");
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  };
}
