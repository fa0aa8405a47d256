/** A panel with a tray, as the desktop has one: its icon's menu is read and clicked. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFile } from "node:fs/promises";
import path from "node:path";
import { until } from "./processes.js";

export async function panel(desk) {
  const pipe = path.join(desk.folder, "clicks");
  execFileSync("mkfifo", [pipe]);
  const service = desk.python("panel.py", pipe);
  assert.equal(await service.firstLine(), "ready");
  const lines = (word) => service.told.split("\n").filter((line) => line.startsWith(`${word} `));
  /** Asks, and gives the next answer. */
  const tell = async () => {
    const before = lines("picture").length;
    await appendFile(pipe, "?\n");
    await until("the panel to answer", () => lines("picture").length > before);
    return {
      menu: JSON.parse(lines("menu").at(-1).slice("menu ".length)),
      picture: lines("picture").at(-1).slice("picture ".length),
    };
  };
  return {
    icon: () => until("the icon in the tray", () => service.told.includes("icon")),
    /** Clicks an item of the icon's menu. */
    click: (label) => appendFile(pipe, `${label}\n`),
    /** The labels of the menu's items; "[ ] " before one that is a box to check. */
    menu: async () => (await tell()).menu,
    /** The file with the icon's picture. */
    picture: async () => (await tell()).picture,
    /** Waits until the menu has these items before those that it always has. */
    tasks: (expected) =>
      until(`the tasks ${JSON.stringify(expected)} in the menu`, async () => {
        const { menu } = await tell();
        const tasks = menu.slice(0, menu.indexOf("Quick add…"));
        if (JSON.stringify(tasks) === JSON.stringify(expected)) return true;
        throw new Error(`the menu has ${JSON.stringify(menu)}`);
      }),
    stop: () => service.stop(),
  };
}
