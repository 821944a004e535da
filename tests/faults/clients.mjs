// Clients that ask again and again, each over one connection, and compare the answers with those of a quiet server. In a
// process of their own, so that what keeps the test busy makes no answer late. Told over IPC what to ask; tells what
// became of it.
import { Agent, request } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** What an answer may say in the place of data while something is wrong with the database, or too many ask. */
const EXCUSED = new Set(["DATABASE_UNAVAILABLE", "OVERLOADED", "QUERY_TIMEOUT"]);

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
let isOver = false;
let tally = newTally();
let done;

function newTally() {
  return { right: 0, refused: {}, wrong: [], slowest: 0, late: 0 };
}

/** Posts a query and gives the reply, whatever it is; raises an error when there is none within the limit. */
function post(url, query, limit) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const headers = { "content-type": "application/json" };
    const outgoing = request(`${url}/graphql`, { method: "POST", agent, headers });
    const timer = setTimeout(() => outgoing.destroy(new Error(`no reply within ${limit} ms`)), limit);
    const fail = (error) => {
      clearTimeout(timer);
      reject(error);
    };
    outgoing.on("error", fail);
    outgoing.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("error", fail);
      response.on("end", () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode, body, time: performance.now() - begin });
      });
    });
    outgoing.end(JSON.stringify({ query }));
  });
}

/** `thinking` is the milliseconds between an answer and the next question; who is told to try again waits twice as long. */
async function ask({ url, expected, limit, thinking }, client) {
  for (let i = client; !isOver; i++) {
    const [query, right] = expected[i % expected.length];
    try {
      const { status, body, time } = await post(url, query, limit);
      tally.slowest = Math.max(tally.slowest, time);
      if (status === 200 && (right === null ? !("errors" in JSON.parse(body)) : body === right)) {
        tally.right++;
        await sleep(thinking);
        continue;
      }
      const codes = JSON.parse(body).errors?.map(({ extensions }) => extensions.code) ?? [];
      const [code] = codes;
      if (code !== undefined && codes.every((one) => EXCUSED.has(one))) {
        tally.refused[code] = (tally.refused[code] ?? 0) + 1;
        await sleep(2 * thinking);
      } else tally.wrong.push(`${status} ${query} ${body.slice(0, 300)}`);
    } catch (error) {
      tally.wrong.push(`${query} ${String(error)}`);
      await sleep(thinking);
    }
  }
}

process.on("message", async ({ id, what, options }) => {
  if (what === "start") {
    done = Promise.all(Array.from({ length: options.count }, (_, client) => ask(options, client)));
  }
  if (what === "stop") {
    isOver = true;
    await done;
  }
  const answer = { ...tally, late: Math.round(delay.max / 1e6) };
  if (what === "look") {
    tally = newTally();
    delay.reset();
  }
  process.send({ id, answer }, () => {
    if (what === "stop") process.disconnect();
  });
});
process.on("disconnect", () => process.exit());
