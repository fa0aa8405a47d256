/** Pictures of screens, compared with those that are kept in pictures/. `UPDATE=1` keeps the new ones in their place. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { settled } from "./browser.js";

const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** How a picture of few colours gets small. */
const small = { colorType: 2, filterType: 0, deflateStrategy: 0, deflateLevel: 9 };

/** How many pixels in a thousand may be another colour: an edge that is drawn a little softer elsewhere. */
const SLACK = 0.5;

/** Fails where a page doesn't look as it did. */
export async function looksAsBefore(page, name) {
  await settled(page);
  await page.mouse.move(0, 0);
  const now = await page.screenshot({ animations: "disabled", caret: "hide" });
  const file = path.join(folder("pictures"), `${name}.png`);
  if (process.env.UPDATE) {
    await mkdir(folder("pictures"), { recursive: true });
    await writeFile(file, PNG.sync.write(PNG.sync.read(now), small));
    return;
  }
  const [before, after] = [PNG.sync.read(await readFile(file)), PNG.sync.read(now)];
  assert.deepEqual([after.width, after.height], [before.width, before.height], `${name} has another size`);
  const difference = new PNG({ width: after.width, height: after.height });
  const pixels = pixelmatch(before.data, after.data, difference.data, after.width, after.height, {
    threshold: 0.15,
  });
  const share = (pixels / (after.width * after.height)) * 1000;
  if (share <= SLACK) return;
  await mkdir(folder("failures"), { recursive: true });
  const base = path.join(folder("failures"), name);
  await writeFile(`${base}.now.png`, now);
  await writeFile(`${base}.difference.png`, PNG.sync.write(difference));
  assert.fail(
    `${name} looks different: ${share.toFixed(2)} of 1000 pixels. See failures/${name}.now.png; if it is meant to, run it with UPDATE=1.`,
  );
}
