/** The ways back from ChatKit to the built-in panel, and there again: nothing is lost on either. */
import assert from "node:assert/strict";
import { Backend, TOKEN } from "./doubles/backend.js";
import { onChat } from "./harness/chat.js";
import { until } from "./harness/index.js";

const UNREACHED = /chat service could not be reached|no network|offline/i;

onChat("without the script the built-in panel takes over, and ChatKit later has the same chat", async (c) => {
  c.cdn.set({ script: "missing" });
  await c.start();
  await c.press("Use ChatKit");
  await c.says(UNREACHED);
  await c.desk.picture("chat-no-script");
  await c.say("Add a task to salt the path");
  await c.panelSays("Add a task to salt the path");
  await c.press(/^All tasks/);
  await c.session.find("checkbox", "Complete: salt the path");

  // Still nothing: it says so again, and the chat stays.
  await c.press("Try again");
  await c.says(UNREACHED);
  await c.panelSays("Add a task to salt the path");

  c.cdn.set({ script: "ok" });
  await c.press("Try again");
  await c.ready();
  await c.chat.says("message-user", "Add a task to salt the path");
});

onChat("a ChatKit that never becomes ready leads to the built-in panel", async (c) => {
  c.cdn.set({ frame: "hangs" });
  await c.start();
  await c.press("Use ChatKit");
  await c.says(/ChatKit did not get ready in time/, 20);
  await c.session.find("log", "Conversation");
});

onChat("a CDN that is not there at all is no different", async (c) => {
  c.cdn.set({ lost: true });
  await c.start();
  await c.press("Use ChatKit");
  await c.says(UNREACHED);
  await c.session.find("log", "Conversation");
});

for (const [name, trouble, words] of [
  ["a script that throws", { script: "throws" }, UNREACHED],
  ["a ChatKit that leaves as soon as it is there", { ready: "unmount" }, /ChatKit would not run here/],
  ["a ChatKit that reports a fatal error", { ready: "fatal" }, /ChatKit stopped/],
]) {
  onChat(`${name} leads to the built-in panel within two seconds`, async (c) => {
    c.cdn.set(trouble);
    await c.start();
    await c.press("Use ChatKit");
    await until("the script to be fetched", () => c.cdn.count("/deployments/chatkit/chatkit.js") > 0);
    await c.says(words, 2);
    await c.session.find("log", "Conversation");
  });
}

for (const order of ["unmount", "fatal"]) {
  onChat(
    `ChatKit is lost in the middle of an answer (${order}): all of it is in the built-in panel`,
    async (c) => {
      const titles = ["Air the cellar", "Bake bread", "Call Dana", "Dust the shelf"];
      for (const title of titles) await c.desk.shell("add", title);
      await c.open({ pace: 250 });
      await c.chat.send("Show me my tasks");
      await c.chat.says("message-assistant", /./);
      c.cdn.order(order);
      c.cdn.set({ lost: true });
      await c.panelSays("Show me my tasks", ...titles);
      await c.desk.picture(`chat-lost-${order}`);
      // And nothing was done or said twice.
      const log = await c.log();
      assert.equal(log.split("Show me my tasks").length, 2, log);
      assert.equal(log.split("Call Dana").length, 2, log);
    },
  );
}

onChat("rollback keeps conversations", async (c) => {
  await c.open();
  await c.chat.say("Add a task to mow the lawn", /lawn/i);
  await c.session.stop();

  // By the environment.
  const fetched = c.cdn.asked.length;
  await c.start({ env: { ROLLBACK_CHAT: "true" } });
  await c.says(/ROLLBACK_CHAT is set/);
  await c.panelSays("Add a task to mow the lawn");
  await c.say("Add a task to rake the leaves");
  await c.panelSays("Add a task to rake the leaves");
  await c.desk.picture("chat-rollback");
  assert.equal(c.cdn.asked.length, fetched);
  await c.session.stop();

  // Without it ChatKit is back, and has what was said meanwhile.
  await c.start();
  await c.chat.says("message-user", "Add a task to rake the leaves");

  // By the setting, and back.
  await c.chat.click("header-left");
  const choose = async (label) => c.session.click(await c.session.find("radio", label));
  await choose("The built-in chat");
  await c.press("Done");
  await c.panelSays("Add a task to mow the lawn", "Add a task to rake the leaves");
  await c.say("Add a task to burn the leaves");
  await c.panelSays("Add a task to burn the leaves");
  await c.press("Chat settings");
  await choose("ChatKit");
  await c.press("Done");
  await c.ready();
  await c.chat.says("message-user", "Add a task to burn the leaves");
  await c.chat.click("history-open");
  assert.equal((await c.chat.words("history-thread")).length, 1);
});

onChat("a backend's flag rolls back, and its share rolls out", async (c) => {
  const backend = await new Backend().start();
  try {
    backend.rollout = { rollback: true };
    await c.desk.keychain();
    await c.open();
    await c.chat.click("header-left");
    await c.session.click(await c.session.find("radio", "A backend"));
    await c.session.type(await c.session.find("textbox", "Address"), backend.origin);
    await c.press("Use this backend");
    await c.press("Done");
    await c.says(/Your backend asks for the built-in chat/);
    backend.rollout = { share: 0 };
    await c.session.stop();
    await c.start();
    await c.says(/ChatKit has not come to this computer yet/);
    assert.ok(backend.count("/api/chat/rollout") >= 2);
    assert.ok(!JSON.stringify(backend.asked).includes(TOKEN));
  } finally {
    await backend.close();
  }
});
