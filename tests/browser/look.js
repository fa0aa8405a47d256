/**
 * Takes a picture of a screen, with the app's real commands behind it.
 *
 *   node tests/browser/look.js --place Today --theme dark --out /tmp/shot.png
 *
 * See README.md for all that it takes.
 */
import { parseArgs } from "node:util";
import { Bridge } from "./harness/bridge.js";
import { go, launch, open, settled } from "./harness/browser.js";
import { NOW } from "./harness/clock.js";
import { empty, sample, using } from "./harness/sample.js";
import { screen } from "./harness/screens.js";

const { values } = parseArgs({
  options: {
    screen: { type: "string" },
    place: { type: "string" },
    theme: { type: "string", default: "light" },
    size: { type: "string", default: "1180x760" },
    zoom: { type: "string", default: "1" },
    scale: { type: "string", default: "1" },
    window: { type: "string", default: "main" },
    file: { type: "string", default: "index.html" },
    profile: { type: "string" },
    empty: { type: "boolean", default: false },
    rtl: { type: "boolean", default: false },
    still: { type: "boolean", default: false },
    forced: { type: "boolean", default: false },
    do: { type: "string", multiple: true, default: [] },
    out: { type: "string", default: "look.png" },
  },
});

/** Does one thing as a person does it. */
async function carryOut(page, step) {
  const [, what, rest] = /^(\w+):(.*)$/s.exec(step) ?? [];
  const named = page.getByLabel(rest).or(page.getByText(rest)).filter({ visible: true }).first();
  if (what === "click") await named.click();
  else if (what === "right") await named.click({ button: "right" });
  else if (what === "see") await named.waitFor();
  else if (what === "press") await page.keyboard.press(rest);
  else if (what === "type") await page.keyboard.type(rest);
  else throw new Error(`--do knows click:, right:, see:, press: and type:, not “${step}”`);
}

const [width, height] = values.size.split("x").map(Number);
const wanted = values.screen
  ? screen(values.screen)
  : { profile: values.empty ? "empty" : "sample", window: {} };
const filled = using(wanted.profile === "empty" ? empty : sample);
const now = values.profile ? undefined : NOW;
const bridge = await Bridge.start(values.profile ? { profile: values.profile } : { now, fill: filled.fill });
const browser = await launch();
try {
  const { label = values.window, file = values.file, ...size } = wanted.window;
  const page = await open(browser, bridge.page(label, file), {
    width,
    height,
    ...size,
    zoom: Number(values.zoom),
    scale: Number(values.scale),
    theme: values.theme,
    now,
    reducedMotion: values.still ? "reduce" : "no-preference",
    forcedColors: values.forced ? "active" : "none",
  });
  if (values.rtl) await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await wanted.show?.(page);
  if (values.place) await go(page, values.place);
  await settled(page);
  for (const step of values.do) {
    await carryOut(page, step);
    await settled(page);
  }
  await page.screenshot({ path: values.out });
  for (const line of page.said) console.error(line);
  console.log(values.out);
} finally {
  await browser.close();
  await bridge.stop();
  await filled.end();
}
