/** The quick-add window, as somebody at the desk uses it. */
import { until } from "./processes.js";

/** The ids of windows with this title that can be seen. */
async function visible(desk, title) {
  const found = await desk.tool("sh", "-c", `xdotool search --onlyvisible --name '${title}' || true`);
  return found.split("\n").filter(Boolean);
}

export class QuickAddWindow {
  constructor(desk) {
    this.desk = desk;
  }

  /** Waits until it can be called. */
  async ready() {
    await this.desk.logged("the quick-add window listens");
    await this.desk.logged("the shortcut of quick add is registered");
  }

  /** Waits until it is there and has the keyboard. */
  opened() {
    return until("the quick-add window with the focus", async () => {
      const [window] = await visible(this.desk, "^Quick add$");
      return window !== undefined && (await this.desk.tool("xdotool", "getactivewindow")) === window;
    });
  }

  closed() {
    return until("no quick-add window", async () => (await visible(this.desk, "^Quick add$")).length === 0);
  }

  async call() {
    await this.desk.tool("xdotool", "key", "ctrl+shift+space");
    await this.opened();
  }

  type(words) {
    return this.desk.tool("xdotool", "type", "--delay", "15", words);
  }

  press(...keys) {
    return this.desk.tool("xdotool", "key", ...keys);
  }

  /** The titles of all open tasks. */
  async titles() {
    const { stdout, stderr, code } = await this.desk.shell("list", "--json");
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout).map(({ title }) => title);
  }

  added(title) {
    return until(`the task “${title}”`, async () => (await this.titles()).includes(title));
  }
}

/** Another program with a window, which has the focus; gives the id of its window. */
export async function anotherProgram(desk) {
  desk.service("xmessage", ["-title", "Another program", "Hello"]);
  const [window] = await until("the window of another program", async () => {
    const found = await visible(desk, "^Another program$");
    return found.length > 0 && found;
  });
  await desk.tool("xdotool", "windowactivate", "--sync", window);
  return window;
}
