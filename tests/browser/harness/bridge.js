/** The app without its window: a profile, and the bridge that serves the pages with the real commands behind them. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { bridge, command, pages } from "./places.js";

const run = promisify(execFile);

export class Bridge {
  /** Starts on a profile of its own, or on `profile`, which stays. `fill` is given the bridge before it serves. */
  static async start({ profile, env = {}, fill } = {}) {
    const started = new Bridge();
    if (profile === undefined) {
      started.folder = await mkdtemp(path.join(tmpdir(), "calm-orbit-browser-"));
      profile = path.join(started.folder, "profile");
    }
    started.profile = profile;
    // No test reaches the network or a keychain, so the chat is the built-in panel.
    started.env = { ...process.env, LANG: "C.UTF-8", TZ: "UTC", ROLLBACK_CHAT: "true", ...env };
    started.env.DBUS_SESSION_BUS_ADDRESS = "disabled:";
    delete started.env.CALM_ORBIT_DATA_DIR;
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
    const args = ["--data-dir", this.profile, "--pages", pages];
    this.process = spawn(bridge, args, { env: this.env, stdio: ["ignore", "pipe", "pipe"] });
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

  /** Runs the command on the profile; what it said. */
  async shell(...args) {
    const { stdout } = await run(command, ["--data-dir", this.profile, ...args], { env: this.env });
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
