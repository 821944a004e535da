import { useCallback, useEffect, useState } from "preact/hooks";
import { ask, Failure, type Operation } from "./client.js";

/** Milliseconds after which the page says that it still waits. */
const SLOW = 4_000;

/** Where an answer stands. `data` is the last one while the next is awaited. */
export interface Awaited<Data> {
  data?: Data;
  failure?: Failure;
  loading: boolean;
  slow: boolean;
  retry: () => void;
}

/** What `load` gives, asked anew whenever `key` changes; null asks nothing. */
export function useLoaded<Data>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Data>,
): Awaited<Data> {
  const [state, setState] = useState<Omit<Awaited<Data>, "retry">>({ loading: key !== null, slow: false });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is loaded
  useEffect(() => {
    if (key === null) return setState({ loading: false, slow: false });
    const abort = new AbortController();
    setState(({ data }) => ({ data, loading: true, slow: false }));
    const timer = setTimeout(() => setState((now) => ({ ...now, slow: true })), SLOW);
    load(abort.signal)
      // The database's first answers may be late, while it plans and reads for the first time: once more is often enough.
      .catch((error) => {
        if (abort.signal.aborted || !(error instanceof Failure) || error.kind !== "timeout") throw error;
        return load(abort.signal);
      })
      .then(
        (data) => {
          if (!abort.signal.aborted) setState({ data, loading: false, slow: false });
        },
        (error) => {
          if (abort.signal.aborted) return;
          const failure = error instanceof Failure ? error : new Failure("fault", String(error));
          setState({ failure, loading: false, slow: false });
        },
      )
      .finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, attempt]);
  return { ...state, retry: useCallback(() => setAttempt((n) => n + 1), []) };
}

/** The answer to an operation; null variables ask nothing. */
export function useAnswer<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables | null,
): Awaited<Data> {
  const key = variables === null ? null : operation.name + JSON.stringify(variables);
  return useLoaded(key, (signal) => ask(operation, variables as Variables, signal));
}
