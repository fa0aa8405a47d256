/**
 * The stand-in for ChatKit's CDN: a server on loopback, an origin of its own, with the script, the
 * page of the frame, and a double of the API that hosted ChatKit speaks to.
 *
 * By itself: node tests/window/chatkit/server.js [PORT]; it says where its script is.
 * Trouble can be made while it runs: POST /control with fields of TROUBLE, or { order: … } to a
 * frame that is there; GET /control tells them, and what was asked for.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { HostedApi } from "./hosted/api.js";

const HERE = new URL(".", import.meta.url);
const BASE = "/deployments/chatkit/";
const TYPES = { js: "text/javascript", html: "text/html", css: "text/css" };

/** The parts of the script, in the order in which they need each other. */
const PARTS = [
  "shared/link.js",
  "element/names.js",
  "element/shapes.js",
  "element/options.js",
  "shared/requests.js",
  "element/script.js",
  "element/element.js",
];

const TROUBLE = {
  /** "ok", "missing" (404), "hangs" (never answered) or "throws". */
  script: "ok",
  /** "ok", "missing", or "hangs" (it loads, and never becomes ready). */
  frame: "ok",
  /** What happens as soon as it is ready: "nothing", "unmount" or "fatal". */
  ready: "nothing",
  /** The first pause before a failed request is tried again, in milliseconds. */
  retryPause: 1000,
  /** Nobody is answered any more. */
  lost: false,
};

export class Cdn {
  /** What was asked for: { method, path, headers }. Control requests are left out. */
  asked = [];
  trouble = { ...TROUBLE };
  #frames = new Set();
  #hosted;
  #server;

  /** `secrets` says what a client secret is worth: "good", "expired" or "unknown". */
  static async start({ port = 0, secrets = () => "unknown" } = {}) {
    const cdn = new Cdn();
    cdn.#hosted = new HostedApi(secrets);
    cdn.#server = createServer((request, response) => {
      cdn.#answer(request, response).catch((error) => response.destroy(error));
    });
    await new Promise((resolve, reject) => {
      cdn.#server.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
    cdn.origin = `http://127.0.0.1:${cdn.#server.address().port}`;
    cdn.script = `${cdn.origin}${BASE}chatkit.js`;
    return cdn;
  }

  /** Conversations that hosted ChatKit has had. */
  get hosted() {
    return this.#hosted;
  }

  /** Makes trouble, or mends it. */
  set(trouble) {
    for (const key of Object.keys(trouble)) {
      if (!Object.hasOwn(TROUBLE, key)) throw new Error(`no trouble is called ${key}`);
    }
    Object.assign(this.trouble, trouble);
  }

  /** Has the frames that are there do something: "unmount", "fatal" or "vanish". */
  order(what) {
    for (const frame of this.#frames) frame.write(`data: ${what}\n\n`);
  }

  /** How often a path was asked for. */
  count(path) {
    return this.asked.filter((each) => each.path.startsWith(path)).length;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, this.origin);
    if (pathname === "/control") return this.#control(request, response);
    this.asked.push({ method: request.method, path: pathname, headers: request.headers });
    if (this.trouble.lost) return response.destroy();
    if (pathname === "/orders") return this.#listen(response);
    if (pathname.startsWith("/v1/chatkit/")) return this.#hosted.answer(request, response);
    if (pathname === `${BASE}chatkit.js`) return this.#script(response);
    if (pathname === `${BASE}index.html` && this.trouble.frame === "missing") return none(response);
    const file = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : "";
    const folder = file.startsWith("shared/") ? "" : "frame/";
    if (!/^[a-z/]+\.(js|html|css)$/.test(file)) return none(response);
    const text = await readFile(new URL(folder + file, HERE), "utf8").catch(() => null);
    if (text === null) return none(response);
    send(
      response,
      file.split(".").pop(),
      text.replace("%TROUBLE%", encodeURIComponent(JSON.stringify(this.trouble))),
    );
  }

  async #script(response) {
    if (this.trouble.script === "missing") return none(response);
    if (this.trouble.script === "hangs") return;
    if (this.trouble.script === "throws") return send(response, "js", `throw new Error("broken today");`);
    send(response, "js", await bundle({ retryPause: this.trouble.retryPause }));
  }

  #listen(response) {
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    this.#frames.add(response);
    response.on("close", () => this.#frames.delete(response));
  }

  async #control(request, response) {
    if (request.method === "POST") {
      const { order, ...trouble } = JSON.parse(await read(request));
      this.set(trouble);
      if (order) this.order(order);
    }
    send(response, "json", JSON.stringify({ trouble: this.trouble, asked: this.asked }));
  }
}

/** The modules of the element as one classic script, which the real one is too. */
export async function bundle(settings) {
  const parts = await Promise.all(PARTS.map((part) => readFile(new URL(part, HERE), "utf8")));
  const words = parts
    .join("\n")
    .replace(/^import [^;]*;$/gm, "")
    .replace(/^export /gm, "")
    .replace(`"%SETTINGS%"`, JSON.stringify(settings));
  return `(() => {\n"use strict";\n${words}\n})();\n`;
}

async function read(stream) {
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) text += piece;
  return text;
}

function send(response, kind, text) {
  const type = TYPES[kind] ?? "application/json";
  response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
  response.end(text);
}

function none(response) {
  response.writeHead(404).end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const cdn = await Cdn.start({ port: Number(process.argv[2] ?? 0), secrets: () => "good" });
  console.log(cdn.script);
}
