/** Everything without a mouse, and the focus is never lost. */
import assert from "node:assert/strict";
import { onPage, profiles } from "./harness/index.js";
import { focused, press, type } from "./harness/keys.js";

const row = (page, name) => page.getByRole("row").filter({ hasText: name });
const at = async (page) => (await focused(page))?.name;

/** Goes on with Tab until something of this name has the keyboard. */
async function tabTo(page, name, key = "Tab") {
  for (let step = 0; step < 60; step += 1) {
    if (name.test((await at(page)) ?? "")) return;
    await press(page, key);
  }
  assert.fail(`no ${key} leads to ${name}`);
}

onPage(
  "the list has the keyboard from the start, and shows it once a key is used",
  {},
  async (page) => {
    await page.waitForFunction(() =>
      document.activeElement.matches('[role="row"]'),
    );
    assert.equal((await focused(page)).shown, false);
    await press(page, "ArrowDown");
    const second = await at(page);
    await press(page, "o");
    const details = page.getByRole("complementary", { name: "Details" });
    await details.waitFor();
    await page.waitForFunction(
      () => document.activeElement.closest("aside") !== null,
    );
    const title = await details
      .getByRole("heading", { level: 2 })
      .textContent();
    assert.ok(second.includes(title), `${title} is shown, not ${second}`);
  },
);

onPage(
  "an empty list has the keyboard from the start",
  { profile: profiles.empty },
  async (page) => {
    await page.getByRole("button", { name: "Skip" }).click();
    await page.waitForFunction(() => document.activeElement.matches("main"));
    await press(page, "n");
    assert.equal(await at(page), "Add a task");
  },
);

onPage(
  "keys that are pressed before a part is loaded wait for it",
  {},
  async (page) => {
    let letGo;
    const gone = new Promise((done) => (letGo = done));
    const late = /assets\/(PaletteBox|all)-/;
    await page.route(late, async (route) => {
      await gone;
      await route.continue();
    });
    await page.reload();
    await page.waitForFunction(() =>
      document.activeElement.matches('[role="row"]'),
    );
    const first = await at(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("somed");
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(await at(page), first);
    letGo();
    await page.getByRole("dialog").waitFor();
    await page.waitForFunction(() => document.activeElement.value === "somed");
    await press(page, "Enter");
    await page.getByRole("heading", { name: "Someday" }).waitFor();
  },
);

onPage("a day without a mouse", {}, async (page) => {
  await row(page, "Submit the travel expenses").waitFor();

  // Adds a task.
  await press(page, "n");
  await type(page, "Buy stamps today p2 #Errands");
  await page.getByRole("button", { name: /Keep “#Errands”/ }).waitFor();
  await press(page, "Enter");
  await row(page, "Buy stamps").waitFor();
  await press(page, "Escape");

  // Finds it in the list, and edits it in place.
  await press(page, "Home");
  for (let step = 0; step < 20 && !/Buy stamps/.test(await at(page)); step += 1)
    await press(page, "ArrowDown");
  await press(page, "F2");
  assert.equal(await at(page), "Title");
  await press(page, "End");
  await type(page, " and envelopes");
  await press(page, "Enter");
  await row(page, "Buy stamps and envelopes").waitFor();
  assert.match(await at(page), /Buy stamps and envelopes/);

  // Completes it, takes that back, and puts it into the trash.
  await press(page, "Space");
  await page.getByText("Completed “Buy stamps and envelopes”").waitFor();
  await press(page, "Control+z");
  await row(page, "Buy stamps and envelopes")
    .getByRole("checkbox", { checked: false })
    .waitFor();
  await press(page, "Home");
  for (let step = 0; step < 20 && !/Buy stamps/.test(await at(page)); step += 1)
    await press(page, "ArrowDown");
  await press(page, "Delete");
  await page
    .getByText("Moved “Buy stamps and envelopes” to the trash.")
    .waitFor();

  // Goes to the trash and restores it.
  await press(page, "g", "d");
  await row(page, "Sell the old desk").waitFor();
  await press(page, "Home");
  for (let step = 0; step < 20 && !/Buy stamps/.test(await at(page)); step += 1)
    await press(page, "ArrowDown");
  await press(page, "Enter");
  await page.getByText("Restored “Buy stamps and envelopes”.").waitFor();

  // Searches it.
  await press(page, "Control+f");
  await type(page, "envel");
  await row(page, "Buy stamps and envelopes").waitFor();
  await press(page, "ArrowDown");
  assert.match(await at(page), /Buy stamps and envelopes/);
  await press(page, "Escape");
});

onPage("the chat without a mouse", {}, async (page) => {
  await row(page, "Submit the travel expenses").waitFor();
  await press(page, "n", "Escape");
  // Open already: closed, and opened with the keyboard in its field.
  await press(page, "Control+j", "Control+j");
  await page.waitForFunction(() =>
    document.activeElement.matches("aside textarea"),
  );
  await type(page, "add buy coffee today");
  await press(page, "Enter");
  await page.getByRole("button", { name: "Copy the answer" }).waitFor();
  await row(page, /buy coffee/i).waitFor();
  assert.match(await at(page), /Ask me/);
  await tabTo(page, /^Earlier chats$/, "Shift+Tab");
  await press(page, "Enter");
  await page.getByRole("button", { name: /^Open: / }).waitFor();
  await press(page, "Escape");
  await page.waitForFunction(() =>
    document.activeElement.matches("aside textarea"),
  );
  await press(page, "Control+j");
});

onPage(
  "what opens over the window gives the keyboard back",
  {},
  async (page) => {
    await row(page, "Submit the travel expenses").waitFor();
    await press(page, "n", "Escape", "Home", "ArrowDown");
    const before = await at(page);
    await press(page, "?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await press(page, "Tab", "Tab", "Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.waitForFunction(
      (name) => document.activeElement.textContent.trim().startsWith(name),
      before,
    );
  },
);

onPage(
  "Tab goes around the whole window, and everything it stops at can be seen",
  {},
  async (page) => {
    await row(page, "Submit the travel expenses").waitFor();
    await press(page, "n", "Escape");
    const begin = await at(page);
    const seen = new Set();
    for (let step = 0; step < 120; step += 1) {
      // The browser's own bar lies between the last and the first; it is no part of the window.
      await page.keyboard.press("Tab");
      const on = await focused(page);
      if (on === null) continue;
      assert.ok(
        on.shown && on.inSight,
        `${on.element} “${on.name}” cannot be seen`,
      );
      seen.add(on.name);
      if (on.name === begin && seen.size > 1) break;
    }
    for (const name of [
      "Today, 8 tasks",
      "Settings",
      "Add a task",
      "Close chat",
      "Chat settings",
    ])
      assert.ok(
        [...seen].some((each) => each.startsWith(name)),
        `${name} among ${[...seen].join(" | ")}`,
      );
  },
);

onPage(
  "a narrow window has all of it by keyboard too",
  { width: 600, height: 700 },
  async (page) => {
    await row(page, "Submit the travel expenses").waitFor();
    await press(page, "n", "Escape");
    await tabTo(page, /Show the side list/, "Shift+Tab");
    await press(page, "Enter");
    await page.getByRole("navigation").waitFor();
    await press(page, "Tab", "Escape");
    assert.match(await at(page), /Show the side list/);
    await press(page, "Control+j");
    await page.getByRole("complementary", { name: "Chat" }).waitFor();
    await press(page, "Tab", "Escape");
  },
);
