// A flood of connections that mean nothing well, in a process of its own: `node flood.mjs URL COUNT`. Tells over IPC how
// many of each kind are still open; told so, closes the first half itself.
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const [url, count] = process.argv.slice(2);
const { hostname, port } = new URL(url);
/** Of clients that ask for much and do not read it. */
const DEAF = 20;
/** Of clients that send a byte now and then. */
const DRIPPING = 100;

const head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
const openings = [
  "",
  "POST /gra",
  head,
  `${head}Content-Length: 1000\r\n\r\n{"query":`,
  "\u0000\u0001garbage\r\n\r\n",
];
const sockets = [];
/** How many are open, by what they sent. */
const left = openings.map(() => 0);

function open(opening) {
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(opening);
  sockets.push(socket);
  return socket;
}

for (let i = 0; i < Number(count); i++) {
  const kind = i % openings.length;
  left[kind]++;
  open(openings[kind])
    .on("close", () => left[kind]--)
    .resume();
  if (i % 50 === 0) await sleep(10);
}
const body = JSON.stringify({
  query: "{ __schema { types { name description fields { name description args { name } } } } }",
});
for (let i = 0; i < DEAF; i++) {
  open(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`).pause();
}
setInterval(() => {
  for (const socket of sockets.slice(0, DRIPPING)) if (!socket.destroyed) socket.write("x");
}, 500);

process.on("message", ({ id, what }) => {
  if (what === "drop half") for (const socket of sockets.slice(0, Number(count) / 2)) socket.destroy();
  process.send({ id, answer: left });
});
process.on("disconnect", () => process.exit());
