/** One app a profile; the tray, and life without one. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { app, onDesk, panel, until } from "./harness/index.js";

const seen = (desk, count) =>
  until(`${count} visible windows`, async () => (await desk.visibleWindows()).length === count);

/** Closes the window as its title bar does. */
async function close(desk) {
  const [window] = await desk.visibleWindows();
  await desk.tool("xdotool", "windowactivate", "--sync", window, "key", "alt+F4");
}

onDesk("a second start brings the window of the first to the front, and ends", async (desk) => {
  const first = await desk.launch();
  await seen(desk, 1);
  const [window] = await desk.visibleWindows();
  await desk.tool("xdotool", "windowminimize", "--sync", window);
  await seen(desk, 0);
  const second = await desk.startAgain();
  assert.equal(second.code, 0, second.stderr);
  await seen(desk, 1);
  assert.deepEqual(await desk.visibleWindows(), [window]);
  assert.equal(first.child.exitCode, null);
});

onDesk("another profile is another app, side by side", async (desk) => {
  await desk.launch();
  await seen(desk, 1);
  desk.profile = path.join(desk.folder, "another");
  await desk.launch();
  await seen(desk, 2);
});

onDesk("without a tray a hidden start shows the window, and closing it ends the app", async (desk) => {
  const running = await desk.launch("--hidden");
  await seen(desk, 1);
  await close(desk);
  assert.equal(await running.ended, 0);
  await desk.logged("ended");
});

onDesk("with a tray the window hides behind the icon, and comes back", async (desk) => {
  const tray = await panel(desk);
  const running = await desk.launch("--hidden");
  await tray.icon();
  await desk.logged("the window stays in the tray");
  await seen(desk, 0);

  await tray.click("Open Calm Orbit");
  await seen(desk, 1);
  await desk.picture("tray");
  await close(desk);
  await seen(desk, 0);

  // The panel goes away: there must be a way back.
  await tray.stop();
  await seen(desk, 1);
  assert.equal(running.child.exitCode, null);
});

onDesk("Quit in the tray ends the app", async (desk) => {
  const tray = await panel(desk);
  const running = await desk.launch();
  await tray.icon();
  await tray.click("Quit");
  assert.equal(await running.ended, 0);
});

/** A start that meets an instance which ends when it is asked for the nth time; gives the log. */
async function meetsOneThatEnds(desk, times) {
  const session = await desk.start();
  const names = await desk.tool(
    "dbus-send",
    "--print-reply",
    "--dest=org.freedesktop.DBus",
    "/",
    "org.freedesktop.DBus.ListNames",
  );
  const [name] = names.match(/org\.calmorbit\.CalmOrbit[\w.]*\.SingleInstance/);
  await session.stop();
  const ending = desk.python("ending.py", name, String(times));
  assert.equal(await ending.firstLine(), "ready");
  const log = () => readFile(desk.log, "utf8");
  const ready = async () => (await log()).split("the page is ready").length;
  const before = await ready();
  desk.service(app, ["--data-dir", desk.profile]);
  await until("the window of the second start", async () => (await ready()) > before);
  await ending.ended;
  return log();
}

onDesk("a start that meets an instance which just ends is a start", async (desk) => {
  await meetsOneThatEnds(desk, 1);
});

onDesk("a start begins anew where an instance ends while the plugin asks it", async (desk) => {
  assert.match(await meetsOneThatEnds(desk, 2), /has ended; starting again/);
});
