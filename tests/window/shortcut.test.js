/** The global shortcut: whose it is, and what is said where it can't be had. */
import assert from "node:assert/strict";
import path from "node:path";
import { onDesk, until } from "./harness/index.js";
import { QuickAddWindow } from "./harness/quickAdd.js";

async function state(session) {
  const { value, error } = await session.invoke("shortcut_state");
  assert.equal(error, undefined);
  return value;
}

onDesk("keys that another program has are refused, and those of before stay", async (desk) => {
  // Another profile's app is another program.
  const own = desk.profile;
  desk.profile = path.join(desk.folder, "another");
  const other = await desk.launch();
  await desk.logged("the shortcut of quick add is registered");
  desk.profile = own;
  const session = await desk.start();
  const refused = await until("the refusal", async () => {
    const now = await state(session);
    return now.state === "refused" && now;
  });
  assert.equal(refused.keys, "Ctrl+Shift+Space");
  assert.match(refused.reason, /Another program has Ctrl\+Shift\+Space/);
  assert.match(refused.command, /--data-dir .*--quick-add$/);

  const { value: changed } = await session.invoke("set_shortcut", { keys: "Ctrl+Alt+Q" });
  assert.deepEqual([changed.keys, changed.state], ["Ctrl+Alt+Q", "registered"]);
  const taken = await session.invoke("set_shortcut", { keys: "CommandOrControl+Shift+Space" });
  assert.equal(taken.error.code, "unavailable");
  assert.match(taken.error.message, /Ctrl\+Alt\+Q stays the shortcut/);
  assert.equal((await state(session)).keys, "Ctrl+Alt+Q");
  const odd = await session.invoke("set_shortcut", { keys: "Shift+A" });
  assert.equal(odd.error.code, "invalid_input");

  const quickAdd = new QuickAddWindow(desk);
  await quickAdd.ready();
  await quickAdd.press("ctrl+alt+q");
  await quickAdd.opened();
  await quickAdd.press("Escape");
  await quickAdd.closed();

  // Once the other is gone, its keys are free.
  other.child.kill();
  await other.ended;
  const free = await session.invoke("set_shortcut", { keys: "Ctrl+Shift+Space" });
  assert.equal(free.value.state, "registered");
  const none = await session.invoke("set_shortcut", { keys: null });
  assert.deepEqual([none.value.keys, none.value.state], [null, "off"]);
  assert.equal((await session.invoke("settings")).value.quick_add.shortcut, null);
});

onDesk("under Wayland without a portal there is the command to bind", async (desk) => {
  const session = await desk.start({ env: { XDG_SESSION_TYPE: "wayland" } });
  const now = await until("the answer", async () => {
    const now = await state(session);
    return now.reason !== null && now;
  });
  assert.equal(now.state, "unavailable");
  assert.match(now.reason, /Bind the command/);
  const again = await desk.shell("--quick-add");
  assert.equal(again.code, 0, again.stderr);
  await new QuickAddWindow(desk).opened();
});

onDesk("under Wayland a portal gives the keys", async (desk) => {
  const portal = desk.python("portal.py", "CTRL+SHIFT+space", "Ctrl+Shift+Space");
  assert.equal(await portal.firstLine(), "ready");
  const session = await desk.start({ env: { XDG_SESSION_TYPE: "wayland" } });
  const now = await until("the keys", async () => {
    const now = await state(session);
    return now.state === "registered" && now;
  });
  assert.match(now.reason, /The system has set this shortcut to Ctrl\+Shift\+Space/);
  await desk.logged("the quick-add window listens");
  portal.child.kill("SIGUSR1");
  await new QuickAddWindow(desk).opened();
});
