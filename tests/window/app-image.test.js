/** An AppImage: its file is the app and the command, and all that lives on when the app has ended. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { copyFile, link, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { app, command, onDesk, run } from "./harness/index.js";

/** A folder in the place of the mount, and a file that starts what is in it as the image's runtime does. */
async function makeImage(desk) {
  const mount = path.join(desk.folder, "mount");
  const image = path.join(desk.folder, "Calm Orbit.AppImage");
  await mkdir(path.join(mount, "usr", "bin"), { recursive: true });
  for (const file of [app, command]) {
    const inside = path.join(mount, "usr", "bin", path.basename(file));
    await link(file, inside).catch(() => copyFile(file, inside));
  }
  const runtime = [
    "#!/bin/sh",
    `export APPIMAGE='${image}' APPDIR='${mount}' OWD="$PWD"`,
    'cd "$APPDIR/usr" && exec bin/calm-orbit-desktop "$@"',
  ];
  await writeFile(image, runtime.join("\n"), { mode: 0o755 });
  return { image, inside: path.join(mount, "usr", "bin", path.basename(app)) };
}

onDesk("an AppImage is the command, too, and that is what MCP clients are told to start", async (desk) => {
  const { image, inside } = await makeImage(desk);
  const ask = (...args) => run(image, args, { env: { ...desk.env, CALM_ORBIT_DATA_DIR: desk.profile } });
  assert.equal((await ask("add", "Buy milk")).code, 0);
  const listed = await ask("list", "--json");
  assert.match(listed.stdout, /Buy milk/, listed.stderr);
  // Files are those of the folder that the person is in.
  const backup = ["-c", 'cd "$0" && exec "$@"', desk.folder, image, "backup", "copy.db"];
  const copied = await run("sh", backup, { env: { ...desk.env, CALM_ORBIT_DATA_DIR: desk.profile } });
  assert.equal(copied.code, 0, copied.stderr);
  assert.ok(existsSync(path.join(desk.folder, "copy.db")));
  // A command that there isn't is refused by the command.
  assert.equal((await ask("nonsense")).code, 2);

  const session = await desk.start({ application: image, program: inside });
  const { value: server } = await session.invoke("mcp_server", {});
  assert.deepEqual(server, { command: image, args: ["mcp", "--data-dir", desk.profile] });
  await session.stop();
  const added = await desk.mcp("add_task", { title: "Call the dentist" }, server);
  assert.equal(added.error, false, added.text);
  assert.match((await ask("list")).stdout, /Call the dentist/);
});

onDesk("an app that another AppImage has started is none", async (desk) => {
  const foreign = { APPIMAGE: "/opt/Terminal.AppImage", APPDIR: path.join(desk.folder, "other") };
  await mkdir(foreign.APPDIR);
  const session = await desk.start({ env: foreign });
  const { value: server } = await session.invoke("mcp_server", {});
  assert.equal(server.command, command);
  await session.invoke("set_start_at_login", { on: true });
  const autostart = path.join(desk.env.XDG_CONFIG_HOME, "autostart");
  const [entry] = await readdir(autostart);
  const text = await readFile(path.join(autostart, entry), "utf8");
  assert.ok(text.includes(`\nTryExec=${app}\n`), text);
});
