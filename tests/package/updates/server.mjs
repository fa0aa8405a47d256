// The server of updates, on this computer alone: the lists of the channels and the packages, and all
// that can be wrong with them.
import { createReadStream, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { channel } from "../../../script/lib/release/channel.mjs";

export class Server {
  /** The port is the one that the packages were built with. */
  constructor(port) {
    this.port = port;
    this.address = `http://127.0.0.1:${port}`;
    /** What a channel says: an object, or a text that is none. */
    this.lists = {};
    this.files = new Map();
    this.isCut = false;
  }

  async start() {
    this.http = createServer((request, response) => this.answer(request, response));
    await new Promise((done, failed) => {
      this.http.once("error", failed).listen(this.port, "127.0.0.1", done);
    });
  }

  async stop() {
    this.http.closeAllConnections();
    await new Promise((done) => {
      this.http.close(done);
    });
  }

  /** A channel's list says that there is this version, in this file, with this signature beside it. */
  publish(list, version, file, { signature = `${file}.sig`, key = "linux-x86_64-deb" } = {}) {
    const name = `${this.files.size}-${basename(file)}`;
    this.files.set(`/${name}`, file);
    const platform = { url: `${this.address}/${name}`, signature: readFileSync(signature, "utf8").trim() };
    this.lists[list] = {
      version,
      notes: `What is new in ${version}.`,
      pub_date: "2026-11-21T12:00:00Z",
      platforms: { [key]: platform },
    };
  }

  /** A channel's list as a release makes it, of the packages in a folder. */
  release(list, version, folder) {
    const notes = `What is new in ${version}.`;
    const address = `${this.address}/${version}`;
    this.lists[list] = channel({ version, folder, address, notes, date: new Date().toISOString() });
    for (const name of readdirSync(folder)) this.files.set(`/${version}/${name}`, join(folder, name));
  }

  answer(request, response) {
    const list = /^\/(stable|beta)\.json$/u.exec(request.url)?.[1];
    const file = this.files.get(request.url);
    if (list !== undefined && this.lists[list] !== undefined) {
      const said = this.lists[list];
      response.setHeader("content-type", "application/json");
      response.end(typeof said === "string" ? said : JSON.stringify(said));
    } else if (file !== undefined) {
      const { size } = statSync(file);
      response.setHeader("content-length", size);
      const end = this.isCut ? Math.floor(size / 2) : size;
      const bytes = createReadStream(file, { end: end - 1 });
      bytes.on("end", () => this.isCut && response.destroy());
      bytes.pipe(response, { end: !this.isCut });
    } else {
      response.writeHead(404).end();
    }
  }
}
