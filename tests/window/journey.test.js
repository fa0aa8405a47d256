/** The main job, through the real window: window, MCP client, chat and command share one list. */
import assert from "node:assert/strict";
import { By, Key, onDesk, until } from "./harness/index.js";

/** The ring of a task, in the state that is asked for. */
async function ring(session, title, checked) {
  return until(`“${title}” to be ${checked ? "completed" : "open"}`, async () => {
    const found = await session.look("checkbox", `Complete: ${title}`);
    return found && (await found.getAttribute("aria-checked")) === String(checked) && found;
  });
}

/** Says something in the chat, and waits for an answer that has all these words. */
async function say(session, words, ...expected) {
  await session.type(await session.find("textbox", "Ask me to manage your tasks…"), words);
  await session.click(await session.find("button", "Send"));
  const conversation = await session.find("log", "Conversation");
  await until(`an answer with ${expected.join(", ")}`, async () => {
    const said = await conversation.getText();
    return said.includes(words) && expected.every((word) => said.includes(word));
  });
}

onDesk("a task goes from hand to hand, and the window shows it all", async (desk) => {
  let session = await desk.start();

  // A person types one.
  await session.click(await session.find("button", /^Inbox/));
  await session.type(await session.find("textbox", "Add a task"), "Water the ferns tomorrow", Key.ENTER);
  await session.find("grid", "Tasks in Inbox");
  await ring(session, "Water the ferns", false);

  // An MCP client adds one; the window shows it by itself.
  const added = await desk.mcp("add_task", { title: "Call the dentist" });
  assert.equal(added.error, false, added.text);
  await ring(session, "Call the dentist", false);

  // The chat lists both.
  await say(session, "Show me my tasks", "Water the ferns", "Call the dentist");

  // The command completes one; the window shows it struck.
  const done = await desk.shell("done", "dentist");
  assert.equal(done.code, 0, done.stderr);
  await ring(session, "Call the dentist", true);
  const struck = await session.find("row", /Call the dentist/);
  const line = await session.driver.executeScript(
    `const words = [...arguments[0].querySelectorAll("*")].find((e) => e.children.length === 0
       && e.textContent === "Call the dentist");
     for (let e = words; e; e = e.parentElement) {
       if (getComputedStyle(e).textDecorationLine === "line-through") return true;
     }
     return false;`,
    struck,
  );
  assert.ok(line, "the title of a completed task is struck through");
  await desk.picture("journey-light");

  // Quit and start again, in the dark: all is there, the thread too.
  await session.stop();
  session = await desk.start({ env: { GTK_THEME: "Adwaita:dark" } });
  await session.click(await session.find("button", /^Inbox/));
  await ring(session, "Water the ferns", false);
  await ring(session, "Call the dentist", true);
  if (!(await (await session.find("log", "Conversation")).getText()).includes("Show me my tasks")) {
    await session.click(await session.find("button", "Earlier chats"));
    await session.click(await session.find("button", /^Open: /));
  }
  await until("the thread of before", async () => {
    const said = await (await session.find("log", "Conversation")).getText();
    return ["Show me my tasks", "Water the ferns", "Call the dentist"].every((word) => said.includes(word));
  });
  const dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
  assert.ok(await session.driver.executeScript(dark), "the window follows the dark theme");
  await desk.picture("journey-dark");

  // And the window can be used as before.
  await session.click(await ring(session, "Water the ferns", false));
  await ring(session, "Water the ferns", true);
  const listed = await desk.shell("list", "--json");
  assert.equal(listed.code, 0, listed.stderr);
  assert.ok(!listed.stdout.includes("Water the ferns"));
});

onDesk("what the chat changes shows in the list, and is taken back as one", async (desk) => {
  const session = await desk.start();
  await session.click(await session.find("button", /^All tasks/));
  await say(session, "Add a task to buy groceries tomorrow", "groceries");
  const title = await until("the new task", async () => {
    for (const found of await session.driver.findElements(By.css("[role=row] [role=checkbox]"))) {
      const name = await session.nameOf(found);
      if (/groceries/i.test(name)) return name;
    }
    return null;
  });
  await say(session, "undo", "groceries");
  await session.gone("checkbox", title);
});
