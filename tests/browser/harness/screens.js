/**
 * The screens that there are, and how a person comes to each: what every check of a whole screen goes through, in each
 * theme, at each size. A screen that is new stands here once.
 */
import { go } from "./browser.js";

const row = (page, name) => page.getByRole("row").filter({ hasText: name });
const details = (page) => page.getByRole("complementary", { name: "Details" });
const chat = (page) => page.getByRole("complementary", { name: "Chat" });

/** A task with the keyboard on it. */
async function on(page, name) {
  await row(page, name).getByText(name).click();
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "row");
}

const settingsPages = [
  "General",
  "Appearance",
  "Shortcuts",
  "Reminders",
  "Lists",
  "Chat",
  "MCP clients",
  "Data",
  "About",
];

export const screens = {
  today: async (page) => row(page, "Submit the travel expenses").waitFor(),
  inbox: async (page) => {
    await go(page, "Inbox");
    await row(page, "Repair the bicycle lamp").waitFor();
  },
  upcoming: async (page) => {
    await go(page, "Upcoming");
    await row(page, "Renew the passport").waitFor();
  },
  all: async (page) => {
    await go(page, "All tasks");
    await row(page, "Write to Aunt Rosa").waitFor();
  },
  list: async (page) => {
    await go(page, "Home");
    await row(page, "Copy the photos").waitFor();
  },
  tag: async (page) => {
    await go(page, "@phone");
    await row(page, "Call the dentist").waitFor();
  },
  completed: async (page) => {
    await go(page, "Completed");
    await row(page, "Sweep the stairs").waitFor();
  },
  trash: async (page) => {
    await go(page, "Trash");
    await row(page, "Sell the old desk").waitFor();
  },
  activity: async (page) => {
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await row(page, "You moved “Sell the old desk” to the trash").waitFor();
  },
  details: async (page) => {
    await row(page, "Back up both laptops").dblclick();
    await details(page).getByText("Find the chargers").waitFor();
  },
  "notes that are typed": async (page) => {
    await screens.details(page);
    await details(page).getByRole("button", { name: "Edit the notes" }).click();
    await details(page).getByRole("textbox", { name: "Notes" }).waitFor();
  },
  search: async (page) => {
    await page.keyboard.press("Control+f");
    await page.getByRole("searchbox").fill("the");
    await row(page, "Send the gas meter").first().waitFor();
  },
  "search without a hit": async (page) => {
    await page.keyboard.press("Control+f");
    await page.getByRole("searchbox").fill("zzz");
    await page.getByText("No task has").waitFor();
  },
  "add box": async (page) => {
    await page.getByRole("textbox", { name: "Add a task" }).fill("Pay rent tomorrow 9am #Home @money p1");
    await page.getByRole("button", { name: /Keep “p1”/ }).waitFor();
  },
  "shortcut sheet": async (page) => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  },
  palette: async (page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("gas meter");
    await page.getByRole("option", { name: /Send the gas meter/ }).waitFor();
  },
  details: async (page) => {
    await on(page, "Back up both laptops");
    await page.keyboard.press("o");
    await page.getByRole("complementary", { name: "Details" }).getByText("Copy the photos").waitFor();
  },
  "several selected": async (page) => {
    await on(page, "Submit the travel expenses");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByRole("toolbar").waitFor();
  },
  "when it is due": async (page) => {
    await on(page, "Submit the travel expenses");
    await page.keyboard.press("t");
    await page.getByRole("dialog").waitFor();
  },
  "edit in place": async (page) => {
    await on(page, "Back up both laptops");
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Title" }).waitFor();
  },
  "when it repeats": async (page) => {
    await on(page, "Water the plants");
    await page.keyboard.press("r");
    await page.getByText(/^Next on/).waitFor();
  },
  "when one is reminded": async (page) => {
    await on(page, "Call the dentist");
    await page.keyboard.press("b");
    await page.getByRole("dialog").getByRole("listbox").waitFor();
  },
  "where to move it": async (page) => {
    await on(page, "Submit the travel expenses");
    await page.keyboard.press("l");
    await page.getByRole("dialog").getByRole("listbox").waitFor();
  },
  "its tags": async (page) => {
    await on(page, "Call the dentist");
    await page.keyboard.press("@");
    await page.getByRole("dialog").getByRole("listbox").waitFor();
  },
  "a task below": async (page) => {
    await on(page, "Submit the travel expenses");
    await page.keyboard.press("Enter");
    await page.locator(".add-below input").waitFor();
    await page.keyboard.type("Ask for the receipts @email");
    await page.locator(".add-below").getByRole("button").first().waitFor();
  },
  "finding a row": async (page) => {
    await on(page, "Submit the travel expenses");
    await page.keyboard.press("/");
    await page.keyboard.type("call");
    await page.locator(".row[data-detail]", { hasText: "Call the dentist" }).waitFor();
  },
  "menu of a task": async (page) => {
    await row(page, "Submit the travel expenses").click({ button: "right" });
    await page.getByRole("menu").first().waitFor();
  },
  activity: async (page) => {
    await on(page, "Submit the travel expenses");
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await page.getByRole("treegrid").getByText("Sell the old desk").first().waitFor();
  },
  ...Object.fromEntries(
    settingsPages.map((name) => [
      `settings, ${name}`,
      async (page) => {
        await page.keyboard.press("Control+,");
        const list = page.getByRole("navigation", { name: "Pages of the settings" });
        await list.getByRole("button", { name, exact: true }).click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
      },
    ]),
  ),
  toast: async (page) => {
    await row(page, "Book the night train").getByRole("checkbox").click();
    await page.getByText("Completed “Book the night train").waitFor();
  },
  "chat with an answer": async (page) => {
    await chat(page).getByRole("button", { name: "What’s due today?" }).click();
    await chat(page).getByRole("button", { name: "Copy the answer" }).waitFor();
  },
  "earlier chats": async (page) => {
    await screens["chat with an answer"](page);
    await chat(page).getByRole("button", { name: "Earlier chats" }).click();
    await chat(page)
      .getByRole("button", { name: /^Open: / })
      .waitFor();
  },
  "chat settings": async (page) => {
    await chat(page).getByRole("button", { name: "Chat settings" }).click();
    await chat(page).getByText("The chat is shown by").waitFor();
  },
};

/** Screens of the quick-add window. */
const quickAddScreens = {
  "quick-add": async (page) => page.getByRole("main", { name: "Quick add" }).waitFor(),
  "quick-add with what it understood": async (page) => {
    await page.getByRole("textbox").fill("Pay rent tomorrow 9am #Home @money p1");
    await page.getByRole("button", { name: /Keep “p1”/ }).waitFor();
  },
};

/** The window of those, as the app makes it. */
const quickAddWindow = { label: "quick-add", file: "quick-add.html", width: 640, height: 160 };

/** Screens of a profile without tasks. */
/** Goes on to the window of somebody who has no tasks. */
async function skipFirstStart(page) {
  await page.getByRole("button", { name: "Skip" }).click();
}

const emptyScreens = {
  "first start": async (page) => page.getByText("Your tasks live on this computer").waitFor(),
  "empty today": async (page) => {
    await skipFirstStart(page);
    await page.getByText("Nothing left for today").waitFor();
  },
  "empty inbox": async (page) => {
    await skipFirstStart(page);
    await go(page, "Inbox");
    await page.getByText("The Inbox is empty").waitFor();
  },
  "empty trash": async (page) => {
    await skipFirstStart(page);
    await go(page, "Trash");
    await page.getByText("The trash is empty").waitFor();
  },
};

const each = (all, more) => Object.entries(all).map(([name, show]) => ({ name, show, ...more }));

/** Every screen: its name, the way to it, the profile that it needs, and the window that it is in. */
export const everyScreen = [
  ...each(screens, { profile: "sample", window: {} }),
  ...each(emptyScreens, { profile: "empty", window: {} }),
  ...each(quickAddScreens, { profile: "sample", window: quickAddWindow }),
];

/** One of them. */
export function screen(name) {
  const found = everyScreen.find((each) => each.name === name);
  if (!found)
    throw new Error(`There is no screen “${name}”, but ${everyScreen.map((each) => each.name).join(", ")}`);
  return found;
}
