import { connect, type Socket } from "node:net";

/** Servers close connections that nothing came over for some seconds; after this many milliseconds another is opened. */
const IDLE = 1_000;

/** One kept-alive HTTP connection that posts JSON, one request after the other: as little work as a client can do. */
export class Connection {
  readonly #head: string;
  #socket: Socket | undefined;
  #used = 0;
  #received: Buffer[] = [];
  #length = 0;
  #settle: { resolve(body: Buffer): void; reject(error: Error): void } | undefined;

  constructor(readonly url: URL) {
    this.#head = `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\nContent-Length: `;
  }

  /** Sends a body and resolves with the answer's. */
  post(body: Buffer): Promise<Buffer> {
    const now = Date.now();
    const socket = this.#socket && now - this.#used < IDLE ? this.#socket : this.#open();
    this.#used = now;
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      socket.cork();
      socket.write(`${this.#head}${body.length}\r\n\r\n`);
      socket.write(body);
      socket.uncork();
    });
  }

  close(): void {
    this.#settle = undefined;
    this.#socket?.destroy();
  }

  #open(): Socket {
    this.#socket
      ?.removeAllListeners()
      .on("error", () => {})
      .destroy();
    const socket = connect(Number(this.url.port), this.url.hostname).setNoDelay();
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("error", (error) => this.#settle?.reject(error));
    socket.on("close", () => this.#settle?.reject(new Error("the server closed the connection")));
    this.#socket = socket;
    return socket;
  }

  #read(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    const all = this.#received.length === 1 ? chunk : Buffer.concat(this.#received, this.#length);
    this.#received = [all];
    const end = all.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = all.toString("latin1", 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (!head.startsWith("HTTP/1.1 200") || length === undefined) {
      this.#settle?.reject(new Error(`unexpected answer: ${all.toString("utf8", 0, 2_000)}`));
      return;
    }
    if (all.length < end + 4 + Number(length)) return;
    this.#received = [];
    this.#length = 0;
    this.#settle?.resolve(all.subarray(end + 4));
  }
}
