// What `zhitu extract` does, from files to lines of JSON.
const dist = new URL("../../dist/", import.meta.url);
const { readDocuments } = await import(new URL("loaders/read/read.js", dist).href);
const { extractEach } = await import(new URL("loaders/extract-each.js", dist).href);
const { linesOf } = await import(new URL("src/cli/claim-lines.js", dist).href);

/** Extracts the files; returns how many characters and facts there were. The lines go nowhere. */
export async function extractFiles(paths) {
  let characters = 0;
  let facts = 0;
  let written = 0;
  for await (const one of extractEach(readDocuments(paths))) {
    if (one instanceof Error) throw one;
    const { document, claims } = one;
    characters += document.text.length;
    facts += claims.length;
    for (const lines of linesOf(claims, false)) written += Buffer.byteLength(lines);
  }
  if (written === 0) throw new Error("nothing was extracted: there is nothing to measure");
  return { characters, facts };
}

/** Seconds of CPU time, of all threads, that a task takes, and what it returns. */
export async function cpuSeconds(task) {
  const before = process.cpuUsage();
  const result = await task();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}
