// Preloaded into the server under test: tells over IPC what it holds after a forced collection, and how late its event
// loop was since it was asked before.
import { monitorEventLoopDelay } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
process.on("message", () => {
  const late = Math.round(delay.max / 1e6);
  globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    const { heapUsed, rss } = process.memoryUsage();
    const resources = {};
    for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
    // Its own collections do not count.
    delay.reset();
    process.send({ heapUsed, rss, resources, late });
  }, 200);
});
process.channel.unref();
