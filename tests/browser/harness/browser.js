/** Chromium, and a page in it as the window would show it. */
import { fileURLToPath } from "node:url";
import { chromium as playwright } from "playwright-core";
import { chromium } from "./places.js";

export const themes = ["light", "dark", "contrast", "contrast-dark"];

/** Starts the browser. It draws all letters with one face, DejaVu Sans, which is the same on every machine. */
export function launch() {
  const fonts = fileURLToPath(new URL("fonts.conf", import.meta.url));
  return playwright.launch({
    executablePath: chromium,
    env: { ...process.env, FONTCONFIG_FILE: fonts },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-lcd-text",
      "--force-color-profile=srgb",
      "--font-render-hinting=none",
    ],
  });
}

/** What a theme is to a page: what the system asks for. */
function wishes(theme) {
  return {
    colorScheme: theme.endsWith("dark") ? "dark" : "light",
    contrast: theme.startsWith("contrast") ? "more" : "no-preference",
  };
}

/** Has the system ask for a theme from now on. */
export async function wear(page, theme) {
  await page.emulateMedia(wishes(theme));
  await page.waitForFunction((name) => document.documentElement.dataset.theme === name, theme);
  await settled(page);
}

/**
 * A fresh page of the app, in which nothing is remembered from another one. `page.said` has what went wrong in it.
 * `zoom` 2 is as at 200 %: half the room, in twice the pixels.
 */
export async function open(browser, address, options = {}) {
  const { width = 1180, height = 760, zoom = 1, scale = 1, theme = "light", now, ...more } = options;
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom * scale,
    locale: "en-GB",
    timezoneId: "UTC",
    ...wishes(theme),
    ...more,
  });
  const page = await context.newPage();
  if (now) await page.clock.setFixedTime(now);
  page.calls = new Set();
  const called = (request) => request.url().includes("/bridge/call/");
  page.on("request", (request) => called(request) && page.calls.add(request));
  for (const end of ["requestfinished", "requestfailed"])
    page.on(end, (request) => page.calls.delete(request));
  page.said = [];
  page.on("pageerror", (error) => page.said.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.said.push(message.text());
  });
  await page.goto(address);
  await page.locator("#root > *").first().waitFor();
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

/** Waits until the page has all that it asked for, has drawn it, and no motion is under way. */
export async function settled(page) {
  let calm = 0;
  while (calm < 3) {
    await page.evaluate(drawn);
    calm = page.calls.size === 0 ? calm + 1 : 0;
  }
}

/** Runs in the page. */
async function drawn() {
  await document.fonts.ready;
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await frame();
  const ends = (each) => each.effect?.getTiming().iterations !== Infinity;
  const motions = document.getAnimations().filter(ends);
  await Promise.allSettled(motions.map((each) => each.finished));
  await frame();
}
