// A program that uses the graph: opens it, says so in a line of JSON, and closes it when its input ends.
import { openDatabase } from "../../dist/src/neo4j/index.js";

const started = Date.now();
const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const database = await openDatabase({ report: (message) => print({ report: message }) });
const [{ nodes }] = await database.read("MATCH (n) RETURN count(n) AS nodes");
print({ ready: true, uri: database.uri, nodes, milliseconds: Date.now() - started });
if (process.argv.includes("--exit")) setTimeout(() => process.exit(0), 300);
process.stdin.resume();
process.stdin.on("end", async () => {
  await database.close();
  print({ closed: true });
});
