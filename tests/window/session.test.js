/** What the app leaves in the session: where its window was, and that it starts with the next one. */
import assert from "node:assert/strict";
import { access, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { onDesk, until } from "./harness/index.js";

/** Where the main window is and how large. */
async function geometry(desk) {
  const [window] = await until("the window", async () => {
    const found = await desk.visibleWindows();
    return found.length > 0 && found;
  });
  const said = await desk.tool("xdotool", "getwindowgeometry", "--shell", window);
  const fact = (name) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(said)[1]);
  return { window, at: [fact("X"), fact("Y")], size: [fact("WIDTH"), fact("HEIGHT")] };
}

/** Ends the app as somebody does who closes its window. */
async function close(desk, running) {
  const { window } = await geometry(desk);
  await desk.tool("xdotool", "windowactivate", "--sync", window, "key", "alt+F4");
  await running.ended;
}

onDesk("the window comes back where it was, but never off the screen", async (desk) => {
  const first = await desk.launch();
  const { window } = await geometry(desk);
  await desk.tool("xdotool", "windowsize", "--sync", window, "800", "500");
  await desk.tool("xdotool", "windowmove", "--sync", window, "200", "150");
  const before = await geometry(desk);
  await close(desk, first);
  const second = await desk.launch();
  await until("the window to be where it was", async () => {
    const { at, size } = await geometry(desk);
    assert.deepEqual({ at, size }, { at: before.at, size: before.size });
    return true;
  });
  await close(desk, second);

  const file = path.join(desk.profile, "window.json");
  const kept = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...kept, position: [9000, 9000] }));
  await desk.launch();
  await until("the window on the screen", async () => {
    const { at, size } = await geometry(desk);
    return at[0] >= 0 && at[1] >= 0 && at[0] + size[0] <= 1280 && at[1] + size[1] <= 800;
  });
});

onDesk("the app starts with the session if the person wants it", async (desk) => {
  const session = await desk.start();
  const { value: all } = await session.invoke("settings");
  const set = (start_at_login) =>
    session.invoke("save_settings", {
      change: { group: "general", settings: { ...all.general, start_at_login } },
    });
  await set(true);
  const folder = path.join(desk.env.XDG_CONFIG_HOME, "autostart");
  const [name] = await until("the entry", async () => {
    const found = await desk.tool("sh", "-c", `ls '${folder}' 2>/dev/null || true`);
    return found !== "" && found.split("\n");
  });
  const entry = path.join(folder, name);
  assert.match(
    await readFile(entry, "utf8"),
    /^Exec=".*calm-orbit-desktop" "--hidden" "--data-dir" ".*profile"$/m,
  );
  await set(false);
  await until("no entry", () =>
    access(entry).then(
      () => false,
      () => true,
    ),
  );
});
