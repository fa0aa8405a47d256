/** The tray: the tasks of today in its menu, and what its icon shows. */
import assert from "node:assert/strict";
import { onDesk, panel, until } from "./harness/index.js";
import { QuickAddWindow } from "./harness/quickAdd.js";

/** How many pixels of two pictures differ. */
async function differ(desk, one, other) {
  const said = await desk.tool("sh", "-c", `compare -metric AE '${one}' '${other}' null: 2>&1 || true`);
  return Number(said);
}

const picture = (name) => new URL(`../../icons/tray/${name}-colour.png`, import.meta.url).pathname;

onDesk("the menu has the next tasks of today, and a click completes one", async (desk) => {
  await desk.shell("add", "Answer Smith & Sons", "--due", "yesterday");
  await desk.shell("add", "Call_the dentist", "--due", "today 10:30");
  await desk.shell("add", "Water the plants", "--due", "today");
  await desk.shell("add", "Tomorrow's", "--due", "tomorrow");
  const tray = await panel(desk);
  await desk.launch("--hidden");
  await tray.icon();
  await tray.tasks([
    "[ ] Answer Smith & Sons · yesterday",
    "[ ] Water the plants",
    "[ ] Call__the dentist · 10:30",
  ]);
  const late = await tray.picture();
  await until("the icon of what is late", async () => (await differ(desk, late, picture("attention"))) === 0);

  await tray.click("Answer Smith & Sons · yesterday");
  await tray.tasks(["[ ] Water the plants", "[ ] Call__the dentist · 10:30"]);
  await until(
    "the icon of every day",
    async () => (await differ(desk, await tray.picture(), picture("idle"))) === 0,
  );
  const { stdout } = await desk.shell("log", "--json");
  assert.match(stdout, /Answer Smith & Sons/);

  // Another process changes something, and takes it back.
  await desk.shell("undo");
  await tray.tasks([
    "[ ] Answer Smith & Sons · yesterday",
    "[ ] Water the plants",
    "[ ] Call__the dentist · 10:30",
  ]);
  for (const title of ["Smith", "dentist", "plants"]) await desk.shell("done", title);
  await tray.tasks([]);
  assert.deepEqual(await tray.menu(), [
    "Quick add…",
    "Open Calm Orbit",
    "Pause reminders for an hour",
    "Quit",
  ]);
});

onDesk("quick add, open and a pause of the reminders are in the menu", async (desk) => {
  const tray = await panel(desk);
  await desk.launch("--hidden");
  await tray.icon();
  const quickAdd = new QuickAddWindow(desk);
  await quickAdd.ready();
  await tray.click("Quick add…");
  await quickAdd.opened();
  // The main window stays where it is.
  assert.deepEqual(await desk.visibleWindows(), []);
  await quickAdd.press("Escape");
  await quickAdd.closed();

  await tray.click("Pause reminders for an hour");
  const paused = await until("the pause", async () =>
    (await tray.menu()).find((label) => label.startsWith("Resume reminders (paused until")),
  );
  await tray.click(paused);
  await until("no pause", async () => (await tray.menu()).includes("Pause reminders for an hour"));
});
