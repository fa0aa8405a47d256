/** A desk: a display of its own, a session bus, a window manager, a folder, and the app on it. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Service, end, run, until } from "./processes.js";
import { Session } from "./session.js";

const here = path.dirname(fileURLToPath(import.meta.url));
const screenshots = path.join(here, "..", "screenshots");

/** Where the executables are, and a Python with the MCP SDK: script/test says. */
function said(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the tests by: script/test window`);
  return value;
}
const executables = said("CALM_ORBIT_EXECUTABLES");
const python = said("CALM_ORBIT_PYTHON");
export const app = path.join(executables, "calm-orbit-desktop");
export const command = path.join(executables, "calm-orbit");

export class Desk {
  #services = [];
  #sessions = [];

  static async open() {
    const desk = new Desk();
    desk.folder = await mkdtemp(path.join(tmpdir(), "calm-orbit-window-"));
    desk.profile = path.join(desk.folder, "profile");
    const folders = { CONFIG: "config", CACHE: "cache", DATA: "share", RUNTIME: "run" };
    // Somebody in Britain; the system need not have that locale installed.
    const person = { LANG: "C.UTF-8", LANGUAGE: "en_GB", TZ: "UTC" };
    desk.env = { ...process.env, NO_AT_BRIDGE: "1", ...person };
    for (const name of ["WAYLAND_DISPLAY", "CALM_ORBIT_DATA_DIR", "GNOME_KEYRING_CONTROL"])
      delete desk.env[name];
    // No test reaches the network, so the chat is the built-in panel; those of ChatKit say otherwise.
    desk.env.ROLLBACK_CHAT = "true";
    for (const [name, folder] of Object.entries(folders)) {
      const made = path.join(desk.folder, folder);
      await mkdir(made, { mode: 0o700 });
      desk.env[`XDG_${name}_${name === "RUNTIME" ? "DIR" : "HOME"}`] = made;
    }
    try {
      await desk.#furnish();
    } catch (error) {
      await desk.close();
      throw error;
    }
    return desk;
  }

  async #furnish() {
    const screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"];
    const display = this.service("Xvfb", ["-displayfd", "3", ...screen], { tells: true });
    this.env.DISPLAY = `:${await display.firstLine()}`;
    const config = `--config-file=${path.join(here, "bus.conf")}`;
    const bus = [config, "--nofork", "--nopidfile", "--print-address=3"];
    this.env.DBUS_SESSION_BUS_ADDRESS = await this.service("dbus-daemon", bus, { tells: true }).firstLine();
    this.service("openbox", ["--sm-disable"]);
  }

  /** Starts a process that ends with the desk. */
  service(name, args, options = {}) {
    const service = new Service(name, args, { env: this.env, ...options });
    this.#services.push(service);
    return service;
  }

  /** Makes the profile, where there is none, as that of somebody whose first start is over. */
  async welcomed() {
    if (existsSync(this.profile)) return;
    const { code, stderr } = await this.shell("list");
    if (code !== 0) throw new Error(`the profile cannot be made: ${stderr}`);
    await this.runPython("welcomed.py", path.join(this.profile, "calm-orbit.db"));
  }

  /**
   * Starts the app, with a driver on it; `fresh` leaves the first start to be gone through. `program` is
   * the one that runs then, where `application` only starts it.
   */
  async start({ application = app, program = application, args = [], env = {}, fresh = false } = {}) {
    if (!fresh) await this.welcomed();
    const session = await Session.start({
      app: application,
      args: ["--data-dir", this.profile, ...args],
      env: { ...this.env, ...env },
      shown: async () => (await this.visibleWindows()).length > 0,
      end: () => end(program, this.profile),
    });
    this.#sessions.push(session);
    return session;
  }

  /** The app's log. */
  get log() {
    return path.join(this.profile, "logs", "desktop.log");
  }

  /** Starts the app without a driver, as a person does. It ends with the desk. */
  async launch(...args) {
    await this.welcomed();
    const service = this.service(app, ["--data-dir", this.profile, ...args]);
    await this.logged("the page is ready");
    return service;
  }

  /** Runs the app once more, to its end: another one of this profile is there already. */
  startAgain(...args) {
    return run(app, ["--data-dir", this.profile, ...args], { env: this.env });
  }

  /** Waits until the log has this line. */
  logged(line) {
    return until(`“${line}” in the log`, async () => (await readFile(this.log, "utf8")).includes(line));
  }

  /** Runs the command on the profile. */
  shell(...args) {
    return run(command, ["--data-dir", this.profile, ...args], { env: this.env });
  }

  /** Calls a tool as an MCP client of the official Python SDK, over stdio; its answer. */
  async mcp(tool, args, server = { command, args: ["mcp", "--data-dir", this.profile] }) {
    const script = path.join(here, "mcp_client.py");
    const input = JSON.stringify({ ...server, tool, arguments: args });
    const { code, stdout, stderr } = await run(python, [script], { env: this.env, input });
    if (code !== 0) throw new Error(`the MCP client failed: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** Runs a script of the harness in Python, until the desk closes. */
  python(script, ...args) {
    return this.service(python, [path.join(here, script), ...args], { tells: true });
  }

  /** Runs a script of the harness in Python, to its end. */
  async runPython(script, ...args) {
    const { code, stderr } = await run(python, [path.join(here, script), ...args], { env: this.env });
    if (code !== 0) throw new Error(`${script}: ${stderr}`);
  }

  /** Puts a keychain on the desk, unlocked. */
  async keychain() {
    const daemon = "exec gnome-keyring-daemon --foreground --unlock --components=secrets";
    this.service("sh", ["-c", `${daemon} <<'end'\npassword\nend`]);
    const owner = ["--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner"];
    await until("the keychain", async () =>
      (await this.tool("dbus-send", ...owner, "string:org.freedesktop.secrets")).includes("true"),
    );
  }

  /** Has the desktop ask for light or dark from now on, as its settings do. */
  async colourScheme(scheme) {
    const setting = ["string:org.freedesktop.appearance", "string:color-scheme"];
    const signal = ["--session", "--type=signal", "/org/freedesktop/portal/desktop"];
    const value = `variant:uint32:${scheme === "dark" ? 1 : 2}`;
    await this.tool(
      "dbus-send",
      ...signal,
      "org.freedesktop.portal.Settings.SettingChanged",
      ...setting,
      value,
    );
  }

  /** Runs a tool of the display, such as xdotool, and gives what it said. */
  async tool(name, ...args) {
    const { code, stdout, stderr } = await run(name, args, { env: this.env });
    if (code !== 0) throw new Error(`${name} ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  }

  /** The windows of the app that can be seen. */
  async visibleWindows() {
    const { stdout } = await run("xdotool", ["search", "--onlyvisible", "--name", "^Calm Orbit$"], {
      env: this.env,
    });
    return stdout.split("\n").filter(Boolean);
  }

  /** Saves a picture of the whole display, once the window shows what its page says. */
  async picture(name) {
    const file = await this.#snapshot(name);
    // What a page has drawn takes a while to get to the display, the first time longer.
    await this.#sessions.at(-1)?.frames();
    await until("letters in the window", async () => {
      await this.#snapshot(name);
      const inside = ["-crop", "900x560+190+120", "-format", "%k", "info:"];
      return Number(await this.tool("convert", file, ...inside)) > 16;
    });
    return file;
  }

  async #snapshot(name) {
    await mkdir(screenshots, { recursive: true });
    const file = path.join(screenshots, `${name}.png`);
    await this.tool("import", "-window", "root", file);
    return file;
  }

  /** Saves a picture and the log of a test that failed. */
  async keepEvidence(name) {
    const base = `failed-${name.replace(/[^a-z0-9]+/gi, "-")}`;
    await this.#snapshot(base);
    const log = await readFile(this.log, "utf8").catch((error) => String(error));
    const services = this.#services.map(({ name, said }) => `--- ${name}\n${said}`).join("\n");
    await writeFile(path.join(screenshots, `${base}.log`), `${log}\n${services}`);
  }

  async close() {
    for (const session of this.#sessions) await session.stop();
    for (const service of this.#services.reverse()) await service.stop();
    // The processes of the page may write for a moment longer.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }
}
