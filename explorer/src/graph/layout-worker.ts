import { type LayoutQuestion, layout } from "./layout.js";

// The layout off the page's thread, so that typing and clicking go on.
self.onmessage = ({ data }: MessageEvent<{ turn: number; question: LayoutQuestion }>) => {
  postMessage({ turn: data.turn, positions: layout(data.question) });
};
