// Preloaded into the server under test: tells over IPC what it holds after a forced collection.
process.on("message", () => {
  globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    const { heapUsed, rss } = process.memoryUsage();
    const resources = {};
    for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
    process.send({ heapUsed, rss, resources });
  }, 200);
});
process.channel.unref();
