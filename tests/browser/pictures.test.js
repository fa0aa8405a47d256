/** What the app looks like, kept in pictures/: a few screens that show most of it. */
import { settled, themes, wear } from "./harness/browser.js";
import { onPage, profiles } from "./harness/index.js";
import { looksAsBefore } from "./harness/picture.js";
import { screen, screens } from "./harness/screens.js";

/** Little more than the least that all three columns fit in. */
const small = { width: 1000, height: 640 };

onPage("Today looks as it did, in each theme", small, async (page) => {
  await screens.today(page);
  for (const theme of themes) {
    await wear(page, theme);
    await looksAsBefore(page, `today-${theme}`);
  }
});

onPage(
  "Today looks as it did in the system's colours",
  { ...small, forcedColors: "active" },
  async (page) => {
    await screens.today(page);
    await looksAsBefore(page, "today-forced");
  },
);

onPage("Today looks as it did right to left", small, async (page) => {
  await screens.today(page);
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await settled(page);
  await looksAsBefore(page, "today-rtl");
});

onPage("a narrow window looks as it did", { width: 560, height: 640 }, async (page) => {
  await screens.today(page);
  await looksAsBefore(page, "today-narrow");
});

for (const name of ["add box", "chat with an answer", "shortcut sheet", "trash"]) {
  onPage(`${name} looks as it did`, { ...small, height: 500 }, async (page) => {
    await screens[name](page);
    await looksAsBefore(page, name.replaceAll(" ", "-"));
  });
}

onPage("an empty day looks as it did", { ...small, profile: profiles.empty }, async (page) => {
  await screen("empty today").show(page);
  await looksAsBefore(page, "empty-today");
});
