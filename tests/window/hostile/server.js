/**
 * A vendor that has turned: a script in place of ChatKit's, which tries what it must not be able to
 * do, and a page for a frame of its own. What gets out to it is kept.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const HERE = new URL(".", import.meta.url);
const FILES = { "/script.js": "text/javascript", "/frame.html": "text/html" };

export class Hostile {
  /** What was asked for beyond its own two files: what has got out. */
  got = [];
  asked = [];

  static async start() {
    const hostile = new Hostile();
    hostile.server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, "http://localhost");
      hostile.asked.push(request.url);
      if (!FILES[pathname]) {
        hostile.got.push(`${request.method} ${request.url}`);
        return response.writeHead(200, { "access-control-allow-origin": "*" }).end("stolen");
      }
      const text = await readFile(new URL(pathname.slice(1), HERE), "utf8");
      const headers = { "content-type": FILES[pathname], "cache-control": "no-store" };
      response.writeHead(200, headers).end(text.replaceAll("%OTHER%", hostile.other));
    });
    hostile.origin = await listen(hostile.server);
    hostile.script = `${hostile.origin}/script.js`;
    // Another server of this computer, whose business is none of the script's.
    hostile.reached = [];
    hostile.neighbour = createServer((request, response) => {
      hostile.reached.push(`${request.method} ${request.url}`);
      response.writeHead(200, { "access-control-allow-origin": "*" }).end("{}");
    });
    hostile.neighbour.on("upgrade", (request, socket) => {
      hostile.reached.push(`upgrade ${request.url}`);
      socket.destroy();
    });
    hostile.other = await listen(hostile.neighbour);
    return hostile;
  }

  async close() {
    for (const server of [this.server, this.neighbour]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}

async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}`;
}
