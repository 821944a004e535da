import { GraphQLError } from "graphql";
import { AbandonedError, DatabaseError } from "../core/errors.js";
import { ApiError } from "./errors.js";

/** What a client is told when the database did not answer; the cause goes to the log. */
export function databaseFailure(cause: unknown, timeout: number): GraphQLError {
  const { code, message } = explain(cause, timeout);
  const error = new ApiError(code, message);
  return new GraphQLError(message, { extensions: error.extensions, originalError: cause as Error });
}

function explain(cause: unknown, timeout: number) {
  const code = (cause as { code?: unknown } | null)?.code;
  if (typeof code === "string" && /Transaction(TimedOut|Terminated)/.test(code)) {
    const message = `The query took longer than ${timeout / 1000} s; ask for less at once.`;
    return { code: "QUERY_TIMEOUT" as const, message };
  }
  if (cause instanceof AbandonedError) {
    return { code: "CLIENT_GONE" as const, message: "The client has gone." };
  }
  if (cause instanceof DatabaseError) {
    return {
      code: "DATABASE_UNAVAILABLE" as const,
      message: "The database cannot be reached now; try again.",
    };
  }
  return {
    code: "INTERNAL_SERVER_ERROR" as const,
    message: "Something went wrong on the server; its log has more.",
  };
}
