/**
 * The frame of the chat again, in plain HTML and with guards that can be left out: a window page of
 * one origin, the chat page of another in a frame of it. Where a guard is left out, what it stops
 * must get through; else it was something else that stopped it.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const PAGES = new URL("../../../ui/dist/", import.meta.url);
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css" };
const OPTIONS = {
  locale: "en",
  theme: {
    scheme: "light",
    accent: "#336699",
    background: "#ffffff",
    foreground: "#111111",
    density: "normal",
    baseSize: 15,
    fontFamily: "sans-serif",
  },
  greeting: "Hi!",
  placeholder: "Ask",
  disclaimer: "Answers may be wrong.",
  frameTitle: "Chat",
  prompts: [],
};

/** The attributes that the window gives its frame. */
export const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups";

export class Reproduction {
  /** `policy` is the chat page's, null for none; `sandbox` the frame's, null for none. */
  static async start({ script, policy, sandbox = SANDBOX, thread = null }) {
    const made = new Reproduction();
    made.heard = [];
    made.chat = createServer((request, response) => made.#serve(request, response, script, policy));
    made.window = createServer((request, response) => made.#draw(response, sandbox, thread));
    made.page = `http://localhost:${await listen(made.chat)}/chat`;
    made.address = `http://127.0.0.1:${await listen(made.window)}/`;
    return made;
  }

  async #serve(request, response, script, policy) {
    const { pathname } = new URL(request.url, this.page);
    if (pathname === "/chatkit") return this.answer(request, response);
    const name = pathname === "/chat" ? "chat.html" : pathname.slice(1);
    if (name !== "chat.html" && !/^assets\/[\w.-]+$/.test(name)) return response.writeHead(404).end();
    const origin = new URL(this.address).origin;
    let body = await readFile(new URL(name, PAGES)).catch(() => null);
    if (!body) return response.writeHead(404).end();
    const headers = { "content-type": TYPES[name.split(".").pop()] };
    if (name === "chat.html") {
      body = String(body).replace("%CHATKIT_SCRIPT%", script).replace("%WINDOW_ORIGINS%", origin);
      if (policy) {
        headers["content-security-policy"] = policy.replace(
          /frame-ancestors [^;]*/,
          `frame-ancestors ${origin}`,
        );
      }
    }
    response.writeHead(200, headers).end(body);
  }

  /** Answers requests of the chat; a test may have it done by another. */
  answer = (request, response) => void response.writeHead(503).end();

  #draw(response, sandbox, thread) {
    const guard = sandbox === null ? "" : ` sandbox="${sandbox}"`;
    const start = { type: "start", api: { kind: "device", ticket: "ticket" }, thread, options: OPTIONS };
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Window</title>
      <body style="margin:0"><iframe class="chat-frame"${guard} src="${this.page}" style="width:100%;height:90vh"></iframe>
      <script>
        const heard = [];
        addEventListener("message", ({ data, source, origin }) => {
          heard.push(data);
          if (data?.type === "hello") source.postMessage(${JSON.stringify(start)}, origin);
        });
      </script>`);
  }

  async close() {
    for (const server of [this.chat, this.window]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}

async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server.address().port;
}
