/**
 * The window in a language that nobody speaks (ui/messages/README.md): what is still plain English on a screen is no
 * message, and what is cut there would be cut in languages that are longer than English.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { settled } from "./harness/browser.js";
import { unreadable } from "./harness/fit.js";
import { onPage, profiles } from "./harness/index.js";
import { greek, using } from "./harness/sample.js";
import { plain } from "./harness/words.js";

const ui = fileURLToPath(new URL("../../ui", import.meta.url));
const built = await mkdtemp(path.join(tmpdir(), "calm-orbit-pseudo-"));
await promisify(execFile)("npx", ["vite", "build", "--mode", "pseudo", "--outDir", built], { cwd: ui });

/** What people wrote has none of English’s letters. */
const profile = using(greek);
after(async () => {
  await profile.end();
  await rm(built, { recursive: true, force: true });
});

/** Has a page speak a language. */
async function speak(page, language) {
  await page.evaluate((language) => localStorage.setItem("locale", language), language);
  await page.reload();
  await page.waitForFunction((language) => document.documentElement.lang === language, language);
  await page.locator("#root > *").first().waitFor();
}

const row = (page) => page.getByRole("row").filter({ hasText: "Ψωμί" });

/** Opens what a key opens for a task. */
const dialog = (key) => async (page) => {
  await row(page).getByText("Ψωμί").click();
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "row");
  await page.keyboard.press(key);
  await page.getByRole("dialog").waitFor();
};

/** The ways to the screens, none of which needs a word of the app’s. */
const screens = {
  "today, with the side list and the chat": async (page) => row(page).waitFor(),
  "a task’s details": async (page) => {
    await row(page).dblclick();
    await page.locator(".detail").waitFor();
  },
  "the menu of a task": async (page) => {
    await row(page).click({ button: "right" });
    await page.getByRole("menu").first().waitFor();
  },
  "several tasks": async (page) => {
    await row(page).getByText("Ψωμί").click();
    await page.keyboard.press("Control+a");
    await page.getByRole("toolbar").waitFor();
  },
  "when a task is due": dialog("t"),
  "how it repeats": dialog("r"),
  "when one is reminded": dialog("b"),
  "where to move it": dialog("l"),
  "its tags": dialog("@"),
  activity: async (page) => {
    await row(page).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await page.getByRole("treegrid").getByText("Τυρί").first().waitFor();
  },
  "the palette": async (page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("option").first().waitFor();
  },
  "the sheet of shortcuts": async (page) => {
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  },
  search: async (page) => {
    await page.keyboard.press("Control+f");
    await page.getByRole("searchbox").fill("ψωμί");
    await row(page).first().waitFor();
  },
  "the settings of the chat": async (page) => {
    await page.locator("aside .pane-head button").first().click();
    await page.getByRole("radio").first().waitFor();
  },
};

/** A test of a screen in the longer language. */
function inPlace(name, options, show) {
  onPage(`${name}: all of it is a message, and can be read`, { ...options, built }, async (page) => {
    await speak(page, "en-XA");
    await show(page);
    await settled(page);
    assert.deepEqual(await plain(page), []);
    assert.deepEqual(await unreadable(page), []);
  });
}

for (const [name, show] of Object.entries(screens)) inPlace(name, { profile }, show);

onPage("the settings: all of them are messages, and can be read", { profile, built }, async (page) => {
  await speak(page, "en-XA");
  await page.keyboard.press("Control+,");
  const pages = page.locator(".settings nav button:not([data-side=close])");
  await pages.first().waitFor();
  assert.ok((await pages.count()) > 8);
  for (const one of await pages.all()) {
    await one.click();
    await settled(page);
    assert.deepEqual(await plain(page), []);
    assert.deepEqual(await unreadable(page), []);
  }
});

inPlace("the first start", { profile: profiles.empty }, (page) => page.locator("h1, h2").first().waitFor());

inPlace(
  "quick add",
  { profile, label: "quick-add", file: "quick-add.html", width: 640, height: 320 },
  async (page) => {
    await page.getByRole("textbox").fill("Ψωμί 21:00 #Σπίτι p1");
    await page.getByRole("button").first().waitFor();
  },
);

onPage("a language from right to left turns the window round", { profile, built }, async (page) => {
  await speak(page, "ar-XB");
  await row(page).waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  const side = await page.getByRole("navigation").first().boundingBox();
  assert.ok(side.x > 590, `the side list begins at ${side.x}`);
  assert.deepEqual(await unreadable(page), []);
});
