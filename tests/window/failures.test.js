/** Bad input and bad profiles: a clear word in the window, and nothing lost. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Key, app, onDesk, until } from "./harness/index.js";

/** The titles of all open tasks, by the command. */
async function titles(desk) {
  const { code, stdout, stderr } = await desk.shell("list", "--json");
  assert.equal(code, 0, stderr);
  return [...stdout.matchAll(/"title":\s*"([^"]*)"/g)].map((match) => match[1]);
}

/** Waits until the window has words that fit. */
function says(session, pattern) {
  return until(`the window to say ${pattern}`, async () => pattern.test(await session.words()));
}

onDesk("a title that can't be is refused in words, and what was typed stays", async (desk) => {
  await desk.shell("add", "Keep me");
  const session = await desk.start();
  await session.click(await session.find("button", /^Inbox/));
  await session.find("checkbox", "Complete: Keep me");

  // A new one: of nothing, and of too much.
  const field = await session.find("textbox", "Add a task");
  await session.type(field, "   ", Key.ENTER, Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE);
  const long = "x".repeat(100_000);
  await session.paste(field, long);
  await session.type(field, Key.ENTER);
  await says(session, /A title may have 1000 characters at most; this one has 100000/);
  assert.equal((await field.getAttribute("value")).length, long.length);
  // A shorter one for the picture: so long a line takes its time to be drawn.
  await session.type(field, Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE);
  await session.paste(field, "x".repeat(1_200));
  await session.type(field, Key.ENTER);
  await says(session, /this one has 1200/);
  await desk.picture("refused-title");
  await session.type(field, Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE);

  // One that is there: its title taken away, its date made none.
  await session.click(await session.find("row", /Keep me/));
  await session.driver.actions().sendKeys("e").perform();
  const title = await session.find("textbox", "Title");
  await session.type(title, Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE, Key.ENTER);
  await says(session, /A task needs a title/);
  await session.type(title, "Keep me", Key.ENTER);
  await session.find("checkbox", "Complete: Keep me");
  await session.driver.actions().sendKeys("t").perform();
  const due = await session.find("textbox", "In words: fri 9am, in 2 weeks");
  await session.type(due, "blursday");
  await says(session, /No day or time is understood yet/);
  await session.type(due, Key.ENTER);
  assert.equal(await due.getAttribute("value"), "blursday");
  await desk.picture("refused-date");

  assert.deepEqual(await titles(desk), ["Keep me"]);
});

onDesk("whatever a page sends, a command answers by a code and a sentence", async (desk) => {
  await desk.shell("add", "Keep me");
  const session = await desk.start();
  const nobody = "0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70";
  const { value: shown } = await session.invoke("view", { view: { kind: "inbox" } });
  const [{ id }] = shown.first;
  for (const [code, name, args] of [
    ["not_found", "edit_tasks", { ids: [nobody], patch: { title: "x" } }],
    ["not_found", "complete_tasks", { ids: [nobody], completed: true }],
    ["not_found", "undo", { group: nobody }],
    ["not_found", "chat", chat({ type: "threads.get_by_id", params: { thread_id: "thr_nobody" } })],
    ["nothing_to_undo", "redo", {}],
    ["invalid_input", "edit_tasks", { ids: ["milk"], patch: {} }],
    ["invalid_input", "edit_tasks", { ids: [id], patch: { titel: "x" } }],
    ["invalid_input", "edit_tasks", { ids: [id], patch: { title: " " } }],
    ["invalid_input", "edit_tasks", { ids: [id], patch: { due: "blursday" } }],
    ["invalid_input", "edit_tasks", { ids: [id], patch: { due: "2026-02-30" } }],
    ["invalid_input", "edit_tasks", { ids: [id], patch: { recurrence: "FREQ=HOURLY" } }],
    ["invalid_input", "edit_tasks", { ids: [id], patch: { notes: "x".repeat(5_000_000) } }],
    ["invalid_input", "view", { view: { kind: "everything" } }],
    ["invalid_input", "view", { view: { kind: "filter", query: "(" } }],
    ["invalid_input", "view_ids", { view: { kind: "everything" } }],
    ["invalid_input", "search", { search: { text: "x", limit: 5, orders: "best" } }],
    ["invalid_input", "rows", { ids: Array(501).fill(id) }],
    ["invalid_input", "rows", {}],
    ["invalid_input", "add_task", { text: "x", refused: [{ start: -1, end: 2 }], list: null, due: null }],
    ["invalid_input", "chat", chat("{")],
    ["unsupported", "chat", chat({ type: "threads.nonsense", params: {} })],
  ]) {
    const { value, error } = await session.invoke(name, args);
    assert.equal(value, undefined, `${name} took ${JSON.stringify(args).slice(0, 100)}`);
    assert.equal(error.code, code, `${name}: ${JSON.stringify(error)}`);
    assert.match(error.message, /^\S.*\S$/, name);
  }
  const { value: after } = await session.invoke("view", { view: { kind: "inbox" } });
  assert.deepEqual(after, shown, "nothing was changed");
});

/** The arguments of `chat`; the events go nowhere. */
function chat(body) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { body: text, turn: randomUUID(), events: "__CHANNEL__:4294967295" };
}

onDesk("a newer database is left alone; once it is back, Try again opens it", async (desk) => {
  await desk.shell("add", "Keep me");
  const version = (number) =>
    desk.runPython("database.py", path.join(desk.profile, "calm-orbit.db"), "version", String(number));
  await version(99);
  const session = await desk.start();
  await session.find("heading", "Your tasks were saved by a newer version");
  await says(session, new RegExp(desk.profile));
  await desk.picture("newer-database");
  await session.click(await session.find("button", "Try again"));
  await says(session, /Tried again, with the same result/);

  await version(3);
  await session.click(await session.find("button", "Try again"));
  await session.click(await session.find("button", /^Inbox/));
  await session.find("checkbox", "Complete: Keep me");
});

onDesk("a file where the folder should be is said, and left as it is", async (desk) => {
  await writeFile(desk.profile, "mine");
  const session = await desk.start();
  await session.find("heading", "Your tasks can’t be reached");
  await desk.picture("no-folder");
});

onDesk("a folder that can't be written is said", async (desk) => {
  await desk.shell("add", "Keep me");
  const session = await desk.start({ application: await readOnly(desk) });
  await session.find("heading", "The data folder can’t be written to");
  await desk.picture("read-only");
  await session.stop();

  await chmod(desk.profile, 0o700);
  assert.deepEqual(await titles(desk), ["Keep me"]);
});

/**
 * A script that runs the app where the profile can't be written. Root may write whatever the
 * permissions say, so for root the folder is mounted read-only, for the app alone.
 */
async function readOnly(desk) {
  if (process.getuid() !== 0) {
    await chmod(desk.profile, 0o500);
    return app;
  }
  const script = path.join(desk.folder, "read-only-app");
  const mounted = `mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"`;
  const lines = [
    "#!/bin/sh",
    `exec unshare --mount sh -c '${mounted}' sh '${desk.profile}' '${app}' "$@"`,
    "",
  ];
  await mkdir(desk.profile, { recursive: true });
  await writeFile(script, lines.join("\n"), { mode: 0o755 });
  return script;
}
