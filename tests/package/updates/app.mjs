// The installed app, driven in its window by WebKit's driver, which runs in the root.
import { closeSync, openSync, writeSync } from "node:fs";

export class App {
  constructor({ driver, control }) {
    this.driver = driver;
    this.control = control;
  }

  async ask(method, path, body) {
    const options = {
      method,
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(120_000),
    };
    if (body !== undefined) options.body = JSON.stringify(body);
    const answer = await fetch(`${this.driver}${path}`, options);
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`the driver says ${value?.error}: ${value?.message}`);
    return value;
  }

  /** Opened in a way that doesn't wait for somebody to read. */
  say(line) {
    const control = openSync(this.control, "r+");
    writeSync(control, `${line}\n`);
    closeSync(control);
  }

  /** Starts the app with a fresh driver and waits for its page. */
  async start() {
    this.say("driver");
    await until("the driver", async () => (await this.ask("GET", "/status")).ready);
    const options = { binary: "/usr/bin/calm-orbit-desktop", args: [] };
    const capabilities = { alwaysMatch: { browserName: "wry", "webkitgtk:browserOptions": options } };
    const { sessionId } = await this.ask("POST", "/session", { capabilities });
    this.session = `/session/${sessionId}`;
    await until("the page", async () => (await this.state()).version);
  }

  /** Ends it, driven or not. */
  async end() {
    this.say("end");
    await until("the driver to end", async () => !(await fetch(`${this.driver}/status`).catch(() => null)));
  }

  /** A command of the page, as the page gives it. */
  async command(name, args = {}) {
    const script = `const done = arguments[2];
      window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
        .then((value) => done({ value }), (failure) => done({ failure }));`;
    const answer = await this.ask("POST", `${this.session}/execute/async`, { script, args: [name, args] });
    if (answer.failure !== undefined) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
    return answer.value;
  }

  state() {
    return this.command("update_state");
  }

  look(back = false) {
    return this.command("look_for_update", { back });
  }

  channel(channel) {
    return this.command("choose_channel", { channel });
  }

  /** Downloads what is offered; the state when it is here, or isn't. */
  async download() {
    await this.command("download_update");
    return until("the end of the download", async () => {
      const state = await this.state();
      return state.step.kind === "downloading" ? null : state;
    });
  }

  /** Installs what is here; the app ends and starts again, without a driver. */
  restart() {
    return this.command("restart_to_update").catch((error) => {
      // The app has ended before its answer was there.
      if (error.message.startsWith("restart_to_update")) throw error;
    });
  }
}

export async function until(what, condition, seconds = 120) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      const found = await condition();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    await new Promise((done) => {
      setTimeout(done, 200);
    });
  }
  throw new Error(`waited in vain for ${what}`, { cause: last });
}
