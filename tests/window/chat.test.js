/** The chat in ChatKit's frame: first opened, spoken to, stopped, looked back on. */
import assert from "node:assert/strict";
import { onChat } from "./harness/chat.js";
import { Key, until } from "./harness/index.js";

/** The rows of tasks in the window. */
const task = (chat, title) => chat.session.find("checkbox", `Complete: ${title}`);

onChat("what ChatKit sends is said before anything of it is fetched", async (c) => {
  await c.start();
  await c.says("Before ChatKit opens");
  await c.says(/usage data to OpenAI/);
  await c.desk.picture("chat-disclosure");
  assert.deepEqual(c.cdn.asked, []);
  assert.equal(await c.session.driver.executeScript("return document.querySelector('iframe')"), null);

  await c.press("Use ChatKit");
  await c.ready();
  await c.chat.says("greeting", "Hi! I can help you manage your tasks");
  assert.equal(c.cdn.count("/deployments/chatkit/chatkit.js"), 1);
  await c.desk.picture("chat-first");
  // What is asked of the vendor says where it is from, and nothing else of the app.
  for (const { headers, path } of c.cdn.asked) {
    assert.doesNotMatch(path, /[?#]/);
    assert.doesNotMatch(headers.referer ?? "", /ticket|[?#]/);
    assert.equal(headers.cookie, undefined);
  }
  // Said once: the next start goes straight to it.
  await c.session.stop();
  await c.start();
  await c.ready();
});

onChat("the built-in chat can be chosen, and nothing is fetched", async (c) => {
  await c.start();
  await c.press("Use the built-in chat");
  await c.say("Add a task to water the ferns");
  await c.panelSays("Add a task to water the ferns");
  await c.session.stop();
  await c.start();
  await c.session.find("log", "Conversation");
  assert.deepEqual(c.cdn.asked, []);
});

onChat("message reaches the chat endpoint", async (c) => {
  await c.open({ pace: 150 });
  await c.press(/^All tasks/);
  await c.chat.send("Add a task to buy oat milk tomorrow");
  // It comes in pieces: its words are seen to grow.
  const lengths = new Set();
  await until("the whole answer", async () => {
    for (const words of await c.chat.words("message-assistant")) lengths.add(words.length);
    return (await c.chat.words("stop")).length === 0 && lengths.size > 0;
  });
  assert.ok(lengths.size > 1, `the answer came at once: ${[...lengths]}`);
  await c.chat.says("workflow", /./);
  await c.chat.says("message-assistant", /oat milk/i);
  await task(c, "buy oat milk");
  await c.desk.picture("chat-answer");

  // What the answer names opens in the list, and is previewed.
  await c.chat.click("entity", /oat milk/i);
  await until("the keyboard on the task in the list", () =>
    c.session.driver.executeScript(
      `return document.activeElement.matches("[role=row]") && document.activeElement.textContent.includes("oat milk")`,
    ),
  );
  await c.chat.idle();
});

onChat("an answer is stopped, and tried again", async (c) => {
  for (const title of ["Air the cellar", "Bake bread", "Call Dana"]) await c.desk.shell("add", title);
  await c.open({ pace: 400 });
  await c.chat.send("Show me my tasks");
  await c.chat.says("message-assistant", /./);
  await c.chat.click("stop");
  await c.chat.idle();
  const [stopped] = await c.chat.words("message-assistant");
  assert.doesNotMatch(stopped, /Call Dana/);

  await c.chat.click("retry");
  await c.chat.says("message-assistant", /Call Dana/, 30);
  await c.chat.idle();
  assert.equal((await c.chat.words("message-user")).length, 1);
  // The server has only the second answer.
  await c.session.stop();
  await c.start();
  await c.chat.says("message-assistant", /Call Dana/);
  assert.equal((await c.chat.words("message-assistant")).length, 1);
});

onChat("chats are found again, renamed and deleted", async (c) => {
  await c.open();
  await c.chat.say("Add a task to mend the gate", /gate/i);
  await c.chat.click("new-thread");
  await c.chat.says("greeting", /./);
  await c.chat.say("What’s due today?", /./);
  await c.chat.click("history-open");
  await until("two chats", async () => (await c.chat.words("history-thread")).length === 2);
  await c.desk.picture("chat-history");
  const [newest, oldest] = await c.chat.words("history-thread");

  await c.chat.click("history-thread", oldest);
  await c.chat.says("message-user", "Add a task to mend the gate");
  await c.chat.click("history-open");
  await c.chat.click("history-rename");
  await c.chat.type("history-rename-input", Key.chord(Key.CONTROL, "a"), "Around the house");
  await c.chat.click("history-rename-save");
  await c.chat.says("history-thread", "Around the house");
  assert.ok(!(await c.chat.words("history-thread")).includes(newest));

  // The one that is open is deleted: a new one begins.
  await c.chat.click("history-delete", "Delete");
  await c.chat.click("history-delete-confirm");
  await until("one chat", async () => (await c.chat.words("history-thread")).length === 1);
  const kept = await c.chat.words("history-thread");
  await c.session.stop();
  await c.start();
  await c.ready();
  await c.chat.click("history-open");
  await until("the chats of before", async () => {
    assert.deepEqual(await c.chat.words("history-thread"), kept);
    return true;
  });
});

onChat("a task is mentioned, and it is that one", async (c) => {
  for (const title of ["Call the dentist", "Call the dentist"]) await c.desk.shell("add", title);
  const listed = JSON.parse((await c.desk.shell("list", "--json")).stdout);
  await c.open();
  await c.press(/^All tasks/);
  await c.chat.type("composer", "done with @dent");
  await until("both to be found", async () => (await c.chat.words("mention-option")).length >= 2);
  await c.desk.picture("chat-mention");
  const chosen = await c.chat.read(
    `const option = document.querySelectorAll('[data-testid="mention-option"]')[1]; return option.dataset.id`,
  );
  await c.chat.read(`document.querySelectorAll('[data-testid="mention-option"]')[1].click()`);
  await c.chat.click("send");
  await c.chat.idle();
  await until("that one to be done", async () => {
    const left = JSON.stringify(JSON.parse((await c.desk.shell("list", "--json")).stdout));
    return !left.includes(chosen.replace("task:", ""));
  });
  assert.ok(JSON.stringify(listed).includes(chosen.replace("task:", "")));
  // A preview of what was mentioned.
  await c.chat.inFrame(() =>
    c.session.driver.executeScript(`document.querySelector('[data-testid="entity"]').focus()`),
  );
  await c.chat.says("preview", "Call the dentist");
});

onChat("the theme of the desktop is the theme of the chat, live", async (c) => {
  await c.open();
  const theme = () =>
    c.chat.read(
      `const style = document.documentElement.style;
       return ["scheme", "accent", "surface-background", "density", "base-size"]
         .map((name) => style.getPropertyValue("--ck-" + name))`,
    );
  const light = await theme();
  assert.equal(light[0], "light");
  assert.match(light[1], /^#[0-9a-f]{6}$/i);
  await c.chat.say("Add a task to paint the fence", /fence/i);
  await c.desk.colourScheme("dark");
  await until("the dark theme", async () => (await theme())[0] === "dark");
  const dark = await theme();
  assert.notEqual(dark[2], light[2]);
  // Only the looks have changed.
  await c.chat.says("message-user", "Add a task to paint the fence");
  await c.desk.picture("chat-dark");
  await c.desk.colourScheme("light");
  await until("the light theme", async () => (await theme())[0] === "light");
});

onChat("the chat that was open is open after a restart", async (c) => {
  await c.open();
  await c.chat.say("Add a task to sweep the stairs", /stairs/i);
  await c.session.stop();
  await c.start();
  await c.chat.says("message-user", "Add a task to sweep the stairs");
  await c.chat.says("message-assistant", /stairs/i);
  await c.chat.say("undo", /./);
  assert.equal((await c.chat.words("message-user")).length, 2);
});
