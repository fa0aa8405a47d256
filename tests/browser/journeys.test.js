/** Long ways through the app, as somebody goes them in a day. */
import assert from "node:assert/strict";
import { go } from "./harness/browser.js";
import { onBridge, onPage, profiles } from "./harness/index.js";
import { screen } from "./harness/screens.js";

const row = (page, name) => page.getByRole("row").filter({ hasText: name });
const ring = (page, name) => row(page, name).getByRole("checkbox");
const chat = (page) => page.getByRole("complementary", { name: "Chat" });

/** The tasks of the profile, as another program sees them. */
const tasks = async (bridge, ...filter) => JSON.parse(await bridge.shell("list", "--json", ...filter));
const titles = async (bridge, ...filter) => (await tasks(bridge, ...filter)).map(({ title }) => title);

onPage("a task from its first word to the trash and back", {}, async (page, bridge) => {
  // Adds it, with all that the line says.
  await page.getByRole("textbox", { name: "Add a task" }).fill("Order new tyres today p2 #Errands @town");
  await page.getByRole("button", { name: /Keep “@town”/ }).waitFor();
  await page.keyboard.press("Enter");
  await row(page, "Order new tyres").waitFor();
  const [added] = await tasks(bridge, "@town & p2");
  assert.equal(added.title, "Order new tyres");
  assert.equal(added.due, "2026-11-21");

  // Edits it in place.
  await row(page, "Order new tyres").getByText("Order new tyres").click();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Title" }).fill("Order winter tyres");
  await page.getByRole("textbox", { name: "Notes" }).fill("205/55 R16");
  await page.getByRole("textbox", { name: "Title" }).press("Enter");
  await row(page, "Order winter tyres").getByRole("img", { name: "Has notes" }).waitFor();

  // Completes it, and takes that back by the toast.
  await ring(page, "Order winter tyres").click();
  await page.getByText("Completed “Order winter tyres”.").waitFor();
  assert.ok(!(await titles(bridge)).includes("Order winter tyres"));
  await page.getByRole("status").getByRole("button", { name: /^Undo/ }).click();
  await row(page, "Order winter tyres").getByRole("checkbox", { checked: false }).waitFor();
  assert.ok((await titles(bridge)).includes("Order winter tyres"));

  // Finds it by a word of its notes, and puts it into the trash.
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox").fill("205");
  await row(page, "Order winter tyres").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await page.getByText("Moved “Order winter tyres” to the trash.").waitFor();
  await page.keyboard.press("Escape");
  assert.ok(!(await titles(bridge)).includes("Order winter tyres"));

  // Takes it out again: it has all that it had.
  await go(page, "Trash");
  await row(page, "Order winter tyres")
    .getByRole("button", { name: /^Restore/ })
    .click();
  await page.getByText("Restored “Order winter tyres”.").waitFor();
  await go(page, "Today");
  await row(page, "Order winter tyres").waitFor();
  const [restored] = await tasks(bridge, "@town & p2");
  assert.equal(restored.title, "Order winter tyres");
  assert.equal(restored.notes, "205/55 R16");
});

onPage("what somebody else changes is seen at once", {}, async (page, bridge) => {
  await row(page, "Submit the travel expenses").waitFor();
  await bridge.shell("add", "Let the cat in", "--due", "today");
  await row(page, "Let the cat in").waitFor();
  await bridge.shell("edit", "let the cat", "--title", "Let both cats in");
  await row(page, "Let both cats in").waitFor();
  await bridge.shell("rm", "both cats");
  await row(page, "Let both cats in").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Today, 8 tasks" }).waitFor();
});

onPage("the chat answers, changes tasks, and its change is taken back", {}, async (page, bridge) => {
  const field = chat(page).getByRole("textbox", { name: /Ask me/ });
  await field.fill("add call the plumber tomorrow");
  await field.press("Enter");
  await chat(page).getByRole("button", { name: "Copy the answer" }).waitFor();
  assert.ok((await titles(bridge)).some((title) => /call the plumber/i.test(title)));
  await go(page, "Upcoming");
  await row(page, /call the plumber/i).waitFor();
  await chat(page).getByRole("button", { name: /^Undo/ }).click();
  await row(page, /call the plumber/i).waitFor({ state: "detached" });

  // What was said is there after a new start of the page, under Earlier chats.
  await page.reload();
  await chat(page).getByRole("button", { name: "Earlier chats" }).click();
  await chat(page)
    .getByRole("button", { name: /^Open: / })
    .click();
  await chat(page).getByText("add call the plumber tomorrow").last().waitFor();
});

onPage("a profile begins empty and fills", { profile: profiles.empty }, async (page, bridge) => {
  await screen("empty today").show(page);
  const add = page.getByRole("textbox", { name: "Add a task" });
  for (const line of ["Wash the car", "Wash the dog tomorrow", "Wash the windows today #Home"]) {
    await add.fill(line);
    await add.press("Enter");
    await page.waitForFunction(() => document.activeElement.value === "");
  }
  await row(page, "Wash the windows").waitFor();
  await page.getByRole("button", { name: "Home, 1 task" }).click();
  await row(page, "Wash the windows").waitFor();
  await go(page, "Upcoming");
  await row(page, "Wash the dog").waitFor();
  assert.equal((await titles(bridge)).length, 3);
});

onBridge("a window is granted its own commands and no others", {}, async ({ bridge }) => {
  await bridge.call("overview");
  await fetch(bridge.page("stranger", "index.html"));
  await assert.rejects(bridge.call("overview", {}, "stranger"), /not allowed/);
  await assert.rejects(bridge.call("plugin:app|version"), /not allowed/);
});

onBridge("the bridge answers nobody who does not know its address", {}, async ({ bridge }) => {
  const { origin, port } = new URL(bridge.address);
  for (const path of ["/", "/index.html", "/main/index.html", `/${"0".repeat(64)}/main/bridge/call/overview`])
    assert.equal(
      (await fetch(new URL(path, origin), { method: path.includes("call") ? "POST" : "GET" })).status,
      404,
    );
  const other = bridge.address.replace(origin, `http://localhost:${port}`);
  assert.equal((await fetch(other)).status, 421);
  const above = bridge.page("main", "..%2f..%2f..%2fCargo.toml");
  assert.equal((await fetch(above)).status, 404);
});
