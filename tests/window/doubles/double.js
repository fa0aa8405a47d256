/** The far side of the network: a server on loopback that answers as a published contract says. */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export class Double {
  /** What was asked for: { method, path, headers, body }. */
  asked = [];
  /** What the next requests meet in place of an answer: { status, headers, body, delay, drop }. */
  #next = [];
  /** Whether a request is one of those. */
  meets = () => true;
  #server;

  async start() {
    this.#server = createServer((request, response) => {
      this.#receive(request, response).catch((error) => response.destroy(error));
    });
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  /** Has the next requests meet these, one each; `delay` is in milliseconds, `drop` answers nothing. */
  meet(...what) {
    this.#next.push(...what);
  }

  count(path) {
    return this.asked.filter((each) => each.path === path).length;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #receive(request, response) {
    let text = "";
    for await (const piece of request.setEncoding("utf8")) text += piece;
    const body = text === "" ? undefined : JSON.parse(text);
    const asked = { method: request.method, path: request.url, headers: request.headers, body };
    this.asked.push(asked);
    const { delay, drop, ...instead } = (this.meets(asked) && this.#next.shift()) || {};
    if (delay) await sleep(delay);
    if (drop) return response.destroy();
    const answer = instead.status ? instead : this.answer(asked);
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify(answer.body ?? {}));
  }
}

/** The text of a client secret. The doubles write its end into it, in seconds. */
export const secretUntil = (end) => `ek_${randomUUID().replaceAll("-", "")}_${end}`;

export const seconds = () => Math.floor(Date.now() / 1000);
