/** A page that never comes: a dialog of the system says so, and where the tasks are. */
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { app, onDesk, run, until } from "./harness/index.js";

/** The process that draws the page of an app, as soon as there is one. */
async function drawing(id) {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(2)) {
    for (const child of await children(id)) {
      const name = await readFile(`/proc/${child}/comm`, "utf8").catch(() => "");
      if (name.startsWith("WebKitWebProces")) return Number(child);
    }
  }
  throw new Error("nothing draws the page");
}

/** Those of all its threads. */
async function children(id) {
  const threads = await readdir(`/proc/${id}/task`).catch(() => []);
  const lists = threads.map((one) => readFile(`/proc/${id}/task/${one}/children`, "utf8").catch(() => ""));
  return (await Promise.all(lists)).flatMap((list) => list.split(" ").filter(Boolean));
}

onDesk("a window that stays empty is explained, by what needs no page", async (desk) => {
  await desk.shell("add", "Keep me");
  // The starts before this one went the same way.
  await writeFile(path.join(desk.profile, "starts"), "3");
  const service = desk.service(app, ["--data-dir", desk.profile]);
  const page = await drawing(service.child.pid);
  process.kill(page, "SIGSTOP");
  const dialogs = async () => {
    const search = ["search", "--onlyvisible", "--name", "window is empty"];
    const { stdout } = await run("xdotool", search, { env: desk.env });
    return stdout.split("\n").filter(Boolean);
  };
  const dialog = await until("a dialog", async () => (await dialogs())[0], 40);
  await desk.picture("empty-window");
  assert.equal((await desk.visibleWindows()).length, 1);
  // Closed, it is shown again to who asks for the window.
  await desk.tool("xdotool", "windowactivate", "--sync", dialog, "key", "Escape");
  await until("no dialog", async () => (await dialogs()).length === 0);
  await desk.startAgain();
  await until("the dialog again", async () => (await dialogs()).length === 1);
  // What was slow and not dead comes all the same.
  process.kill(page, "SIGCONT");
  await desk.logged("the page is ready");
  assert.equal(service.child.exitCode, null);
});
