/** A GraphQL operation with the types of what goes in and what comes out; made by code generation. */
export interface Operation<Data, Variables> {
  name: string;
  text: string;
  /** Only for the compiler. */
  types?: (variables: Variables) => Data;
}

/** Why there is no answer, as the page tells it: each kind has its own advice. */
export type FailureKind =
  | "lost"
  | "unavailable"
  | "timeout"
  | "too-large"
  | "not-found"
  | "ambiguous"
  | "fault";

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** What the server adds, for example the candidates of an ambiguous name. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  DATABASE_UNAVAILABLE: "unavailable",
  OVERLOADED: "unavailable",
  QUERY_TIMEOUT: "timeout",
  OPERATION_TOO_LARGE: "too-large",
  BAD_PAGE_SIZE: "too-large",
  REQUEST_TOO_LARGE: "too-large",
  NOT_FOUND: "not-found",
  AMBIGUOUS_NAME: "ambiguous",
};

/** Milliseconds after which a server that does not answer counts as lost; longer than it gives its database. */
const PATIENCE = 40_000;

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** Asks the server of this page. Raises Failure; an aborted question raises the signal's reason. */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const late = AbortSignal.timeout(PATIENCE);
  let answer: Answer<Data>;
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: operation.text, operationName: operation.name, variables }),
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    answer = (await response.json()) as Answer<Data>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure(late.aborted ? "timeout" : "lost", String(error));
  }
  const [first] = answer.errors ?? [];
  if (first) {
    const kind = KINDS[String(first.extensions?.code)] ?? "fault";
    throw new Failure(kind, first.message, first.extensions);
  }
  return answer.data as Data;
}
