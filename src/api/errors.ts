import { GraphQLError } from "graphql";

/** The codes that `extensions.code` of an error can have, besides those of GraphQL validation. */
export type ApiErrorCode =
  /** An argument or input value that the API does not accept. */
  | "BAD_USER_INPUT"
  /** A cursor that this list did not hand out, or not for this order. */
  | "BAD_CURSOR"
  /** `first` is negative or above the limit. */
  | "BAD_PAGE_SIZE"
  /** A name that several entities share; `extensions.candidates` has their ids and places. */
  | "AMBIGUOUS_NAME"
  /** No entity has the id or name that a question was asked about. */
  | "NOT_FOUND"
  /** Too deep, too many fields, aliases, root fields or directives, or too costly. */
  | "OPERATION_TOO_LARGE"
  /** The database did not answer within the time limit. */
  | "QUERY_TIMEOUT"
  /** The database cannot be reached. */
  | "DATABASE_UNAVAILABLE"
  /** The client has gone; nobody reads this but the log. */
  | "CLIENT_GONE"
  /** More operations wait than may; try again later. */
  | "OVERLOADED"
  /** A change without the server's token. */
  | "UNAUTHENTICATED"
  /** A change of a server that has no token. */
  | "WRITING_DISABLED"
  | "INTERNAL_SERVER_ERROR";

/** An error of the API that a client is meant to read: stable code, message, facts. */
export class ApiError extends GraphQLError {
  constructor(code: ApiErrorCode, message: string, facts: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...facts } });
  }
}
