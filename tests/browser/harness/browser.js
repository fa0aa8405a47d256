/** Chromium, and a page in it as the window would show it. */
import { chromium as playwright } from "playwright-core";
import { chromium } from "./places.js";

export const themes = ["light", "dark", "contrast", "contrast-dark"];

/** Starts the browser. */
export function launch() {
  return playwright.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--font-render-hinting=none"],
  });
}

/** What a theme is to a browser: what the system asks for. */
export function wishes(theme) {
  return {
    colorScheme: theme.endsWith("dark") ? "dark" : "light",
    contrast: theme.startsWith("contrast") ? "more" : "no-preference",
  };
}

/** A fresh page of the app: nothing is remembered from another one. `said` collects what went wrong in it. */
export async function open(browser, address, { width = 1180, height = 760, theme = "light", ...more } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "en-GB",
    timezoneId: "UTC",
    ...wishes(theme),
    ...more,
  });
  const page = await context.newPage();
  page.said = [];
  page.on("pageerror", (error) => page.said.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.said.push(message.text());
  });
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page;
}

/** Goes to a place by the side list. */
export async function go(page, place) {
  const side = page.getByRole("navigation");
  await side
    .getByRole("button", { name: new RegExp(`^${place}(,|$| )`) })
    .first()
    .click();
}

/** Waits until the page has drawn what it has, and no motion is under way. */
export async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await frame();
    const motions = document
      .getAnimations()
      .filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(motions.map((each) => each.finished));
    await frame();
  });
}
