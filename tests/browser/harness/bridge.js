/** The app without its window: a profile, and the bridge that serves the pages with the real commands behind them. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { begins } from "./clock.js";
import { bridge, command, pages } from "./places.js";

const run = promisify(execFile);

export class Bridge {
  #spoken = 0;

  /**
   * Starts on a profile of its own, or on `profile`, which stays. `now` is what time it is then; the true time if
   * none is said. `fill` is given the bridge before it serves; `built` are other pages than those of ui/dist.
   */
  static async start({ profile, now, fill, built = pages } = {}) {
    const started = new Bridge();
    started.built = built;
    started.now = now;
    if (profile === undefined) {
      started.folder = await mkdtemp(path.join(tmpdir(), "calm-orbit-browser-"));
      profile = path.join(started.folder, "profile");
    }
    started.profile = profile;
    // No test reaches the network, the person's own profile or a keychain.
    const { CALM_ORBIT_DATA_DIR: _own, ...env } = process.env;
    started.env = { ...env, LANG: "C.UTF-8", DBUS_SESSION_BUS_ADDRESS: "disabled:" };
    try {
      await fill?.(started);
      await started.#serve();
    } catch (error) {
      await started.stop();
      throw error;
    }
    return started;
  }

  async #serve() {
    const args = ["--data-dir", this.profile, "--pages", this.built];
    const env = { ...this.env, ...(this.now && begins(this.now)) };
    this.process = spawn(bridge, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    this.said = "";
    this.process.stderr.setEncoding("utf8").on("data", (text) => (this.said += text));
    const ended = once(this.process, "exit").then(([code]) => {
      throw new Error(`the bridge ended with ${code}: ${this.said}`);
    });
    ended.catch(() => {});
    const [line] = await Promise.race([once(this.process.stdout.setEncoding("utf8"), "data"), ended]);
    /** The address of the main window's page. */
    this.address = line.trim();
  }

  /** The address of the page of another window. */
  page(label, file) {
    return new URL(`../${label}/${file}`, this.address).href;
  }

  /** Calls a command as the page of a window does; rejects with the failure. */
  async call(name, args = {}, label = "main") {
    const address = this.page(label, `bridge/call/${encodeURIComponent(name)}`);
    const answer = await fetch(address, { method: "POST", body: JSON.stringify(args) });
    const value = await answer.json();
    if (!answer.ok || answer.headers.has("rejected"))
      throw Object.assign(new Error(value.message ?? String(value)), { failure: value });
    return value;
  }

  /** Runs the command on the profile; what it said. */
  async shell(...args) {
    // A second apart, as if somebody typed them, and all before the page is there.
    this.#spoken += 1;
    const at = this.now && begins(new Date(this.now.getTime() - 3_600_000 + this.#spoken * 1000));
    const { stdout } = await run(command, ["--data-dir", this.profile, ...args], {
      env: { ...this.env, ...at },
    });
    return stdout;
  }

  async stop() {
    if (this.process?.exitCode === null && this.process.signalCode === null) {
      this.process.kill();
      await once(this.process, "exit");
    }
    if (this.folder) await rm(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }
}
