import { useEffect, useRef, useState } from "preact/hooks";
import type { LayoutQuestion, Positions } from "./layout.js";

/** Positions of the layout that is asked for; the last ones, `stale`, while it is worked out in the worker. */
export function useLayout(key: string, question: LayoutQuestion): { positions: Positions; stale: boolean } {
  const worker = useRef<Worker>(null);
  const turn = useRef(0);
  const [result, setResult] = useState<{ key: string; positions: Positions }>({ key: "", positions: {} });
  useEffect(() => () => worker.current?.terminate(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(() => {
    if (question.nodes.length === 0) return setResult({ key, positions: {} });
    worker.current ??= new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    const mine = ++turn.current;
    worker.current.onmessage = ({ data }: MessageEvent<{ turn: number; positions: Positions }>) => {
      if (data.turn === turn.current) setResult({ key, positions: data.positions });
    };
    worker.current.postMessage({ turn: mine, question });
  }, [key]);
  return { positions: result.positions, stale: result.key !== key };
}
