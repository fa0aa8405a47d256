/** The quick-add window: called from anywhere, ready to type, gone again. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { app, onDesk, until } from "./harness/index.js";
import { QuickAddWindow, anotherProgram } from "./harness/quickAdd.js";

async function at(desk, ...args) {
  const running = await desk.launch(...args);
  const quickAdd = new QuickAddWindow(desk);
  await quickAdd.ready();
  return { running, quickAdd };
}

onDesk("the shortcut opens it over another program, Enter adds, and the focus goes back", async (desk) => {
  const { quickAdd } = await at(desk);
  const other = await anotherProgram(desk);
  await quickAdd.call();
  await quickAdd.type("Pay rent tomorrow");
  await quickAdd.press("Return");
  await quickAdd.closed();
  await quickAdd.added("Pay rent");
  await until("the focus to be back", async () => (await desk.tool("xdotool", "getactivewindow")) === other);
});

onDesk("Escape keeps a draft, which survives the app", async (desk) => {
  const { running, quickAdd } = await at(desk);
  await quickAdd.call();
  await quickAdd.type("Call the dentist");
  await quickAdd.press("Escape");
  await quickAdd.closed();
  assert.deepEqual(await quickAdd.titles(), []);
  running.child.kill("SIGKILL");
  await running.ended;
  const made = async () => (await readFile(desk.log, "utf8")).split("the quick-add window listens").length;
  const before = await made();
  await desk.launch();
  await until("the window to be made again", async () => (await made()) > before);
  await quickAdd.call();
  await quickAdd.type(" today");
  await quickAdd.press("Return");
  await quickAdd.added("Call the dentist");
  await quickAdd.closed();
  // What was added is no draft any more.
  await quickAdd.call();
  await quickAdd.press("Return");
  await quickAdd.press("Escape");
  await quickAdd.closed();
  assert.deepEqual(await quickAdd.titles(), ["Call the dentist"]);
});

onDesk("Shift+Enter adds and goes on", async (desk) => {
  const { quickAdd } = await at(desk);
  await quickAdd.call();
  for (const title of ["One", "Two"]) {
    await quickAdd.type(title);
    await quickAdd.press("shift+Return");
    await quickAdd.added(title);
  }
  await quickAdd.opened();
  await quickAdd.type("Three");
  await quickAdd.press("Return");
  await quickAdd.added("Three");
  await quickAdd.closed();
});

onDesk("a name after # is chosen by key", async (desk) => {
  await desk.shell("add", "Visit", "#Family");
  const { quickAdd } = await at(desk);
  await quickAdd.call();
  await quickAdd.type("Book a table #fa");
  // The list has asked for its names by then, or Tab goes to the parts of the line.
  await until("the names", async () => {
    const height = await desk.tool(
      "sh",
      "-c",
      "xdotool getactivewindow getwindowgeometry | grep -o 'x[0-9]*$'",
    );
    return Number(height.slice(1)) > 150;
  });
  await quickAdd.press("Tab");
  await quickAdd.press("Return");
  await quickAdd.added("Book a table");
  const { stdout } = await desk.shell("list", "#Family", "--json");
  assert.match(stdout, /Book a table/);
});

onDesk("the command and a second start open it in the app that runs", async (desk) => {
  const { running, quickAdd } = await at(desk);
  const again = await desk.startAgain("--quick-add");
  assert.equal(again.code, 0, again.stderr);
  await quickAdd.opened();
  await quickAdd.press("Escape");
  await quickAdd.closed();
  const command = await desk.shell("--quick-add");
  assert.equal(command.code, 0, command.stderr);
  await quickAdd.opened();
  assert.equal(running.child.exitCode, null);
});

onDesk("a start for quick add opens it, and a way to the app", async (desk) => {
  await desk.welcomed();
  desk.service(app, ["--data-dir", desk.profile, "--quick-add"]);
  const quickAdd = new QuickAddWindow(desk);
  await until("the log", async () => (await readFile(desk.log, "utf8").catch(() => "")) !== "");
  await quickAdd.opened();
  await quickAdd.type("Early bird");
  await quickAdd.press("Return");
  await quickAdd.added("Early bird");
  // There is no tray here.
  await until("the main window", async () => (await desk.visibleWindows()).length === 1);
});

onDesk("a link to add asks, and adds only what is agreed to", async (desk) => {
  const { quickAdd } = await at(desk);
  await quickAdd.call();
  await quickAdd.type("My own words");
  const link = (text) => desk.startAgain(`calm-orbit://add?text=${encodeURIComponent(text)}`);
  await link("Buy milk tomorrow");
  await quickAdd.opened();
  await quickAdd.press("Escape");
  await quickAdd.closed();
  assert.deepEqual(await quickAdd.titles(), []);

  await link("Buy bread tomorrow");
  await quickAdd.opened();
  await until("the task", async () => {
    await quickAdd.press("Return");
    return (await quickAdd.titles()).includes("Buy bread");
  });
  await quickAdd.closed();
  // The draft has waited.
  await quickAdd.call();
  await quickAdd.press("Return");
  await quickAdd.added("My own words");
  assert.deepEqual((await quickAdd.titles()).sort(), ["Buy bread", "My own words"]);
});

onDesk("a link that is none is let go, and one to a task shows it", async (desk) => {
  await desk.shell("add", "Find", "me");
  const { stdout } = await desk.shell("list", "--json");
  const [{ id }] = JSON.parse(stdout);
  const session = await desk.start();
  for (const link of [
    "calm-orbit://delete-all",
    "calm-orbit://add?text=x&list=Work",
    "calm-orbit://task/1",
  ]) {
    const { code } = await desk.startAgain(link);
    assert.equal(code, 0);
  }
  await desk.logged("a link that is not known is not followed");
  await desk.startAgain(`calm-orbit://task/${id}`);
  await until("the task to be shown", async () => (await session.words()).includes("Find me"));
  const after = JSON.parse((await desk.shell("list", "--json")).stdout);
  assert.equal(after.length, 1);
});

onDesk("closing the main window without a tray ends the app, quick add and all", async (desk) => {
  const { running, quickAdd } = await at(desk);
  await quickAdd.call();
  await quickAdd.press("Escape");
  await quickAdd.closed();
  const [window] = await desk.visibleWindows();
  await desk.tool("xdotool", "windowactivate", "--sync", window, "key", "alt+F4");
  assert.equal(await running.ended, 0);
});
