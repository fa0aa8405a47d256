/** Tests on pages: each with a profile, a bridge and a page of its own, in one browser. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Bridge } from "./bridge.js";
import { launch, open } from "./browser.js";
import { NOW } from "./clock.js";
import { empty, sample, using } from "./sample.js";

const failures = fileURLToPath(new URL("../failures", import.meta.url));

/** What a profile may hold at the beginning. */
export const profiles = { sample: using(sample), empty: using(empty) };

let browser;
after(async () => {
  await browser?.close();
  for (const each of Object.values(profiles)) await each.end();
});

/** A test with a bridge; `body` is given it, and what opens pages of it. */
export function onBridge(name, { profile = profiles.sample, built, ...options } = {}, body) {
  test(name, async () => {
    browser ??= launch();
    browser = await browser;
    const bridge = await Bridge.start({ now: NOW, fill: profile.fill, built });
    const pages = [];
    const opened = async (more = {}) => {
      const { label = "main", file = "index.html", ...rest } = { ...options, ...more };
      const page = await open(browser, bridge.page(label, file), { now: NOW, ...rest });
      pages.push(page);
      return page;
    };
    try {
      await body({ bridge, open: opened });
      // Also what the content security policy refused.
      for (const page of pages) assert.deepEqual(page.said, [], "the page said");
    } catch (error) {
      for (const [at, page] of pages.entries()) await keepEvidence(`${name} ${at}`, page, bridge);
      throw error;
    } finally {
      for (const page of pages) await page.context().close();
      await bridge.stop();
    }
  });
}

/** A test with one page, the main window's if nothing else is said. */
export function onPage(name, options, body) {
  onBridge(name, options, async ({ bridge, open: opened }) => body(await opened(), bridge));
}

/** Keeps a picture of a page in which a test failed, and what was said. */
async function keepEvidence(name, page, bridge) {
  const base = path.join(failures, name.replace(/[^a-z0-9]+/gi, "-"));
  await mkdir(failures, { recursive: true });
  await page.screenshot({ path: `${base}.png` }).catch(() => {});
  await writeFile(`${base}.log`, [...page.said, bridge.said].join("\n"));
}
