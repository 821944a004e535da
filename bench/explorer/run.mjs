// Measures the drawing of large graphs in Chromium with software rendering, 1280×800: milliseconds from the page's start until
// the graph is laid out and drawn, and frames a second while it is panned. Needs no database: answers are made up.
// npm run bench:explorer [-- NODES LINKS]
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { largeGraph } from "./large-graph.mjs";

const [size = 3_000, linkCount = 9_000] = process.argv.slice(2).map(Number);
const FRAMES_FOR = 3_000;

const { nodes, links } = largeGraph(size, linkCount);
const serve = sirv(fileURLToPath(new URL("../../dist/explorer", import.meta.url)), { brotli: true });
const empty = { nodes: [] };
const server = createServer((request, response) => {
  if (request.url !== "/graphql") return serve(request, response, () => response.writeHead(404).end());
  response.setHeader("content-type", "application/json");
  const subgraph = { truncated: false, nodes, links };
  response.end(JSON.stringify({ data: { subgraph, provinces: empty, cities: empty, zones: empty } }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const executablePath = process.env.ZHITU_CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const address = `http://127.0.0.1:${server.address().port}/?view=graph&around=company%3A0`;
  const start = performance.now();
  await page.goto(address);
  await page.locator('.drawing[aria-busy="false"][data-nodes]').waitFor();
  const drawn = performance.now() - start;
  const area = await page.locator(".drawing").boundingBox();
  await page.mouse.move(area.x + 5, area.y + 5);
  const frames = page.evaluate(
    (duration) =>
      new Promise((resolve) => {
        let count = 0;
        const begin = performance.now();
        const frame = () => {
          count++;
          if (performance.now() - begin < duration) requestAnimationFrame(frame);
          else resolve((1000 * count) / (performance.now() - begin));
        };
        requestAnimationFrame(frame);
      }),
    FRAMES_FOR,
  );
  await page.mouse.down();
  const until = performance.now() + FRAMES_FOR;
  for (let step = 0; performance.now() < until; step++)
    await page.mouse.move(area.x + 105 + 100 * Math.sin(step / 10), area.y + 5);
  await page.mouse.up();
  const result = {
    nodes: size,
    links: linkCount,
    drawnAfterMs: Math.round(drawn),
    framesASecond: Math.round(await frames),
  };
  console.log(JSON.stringify(result));
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
