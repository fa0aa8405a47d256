/**
 * How quick the list is in the real window: from Enter in the add box to the row on the display, and how long the
 * frames of a scroll take, beside those of a page of 50 rows that stand still. Prints the lines of a benchmark.
 *
 *   node tests/window/bench/list.js PROFILE TASKS
 *
 * PROFILE has so many tasks and is not changed: a copy of it is measured. `script/bench` runs it.
 */
import { cp } from "node:fs/promises";
import { Desk, Key, until } from "../harness/index.js";

const [, , source, tasks] = process.argv;
// No more than there is room for.
const ADDS = 12;
const FRAMES = 400;

function line(name, unit, values, limit) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return {
    tasks: Number(tasks),
    name,
    unit,
    n: sorted.length,
    median: at(0.5),
    p95: at(0.95),
    min: sorted[0],
    max: sorted.at(-1),
    target: limit === undefined ? null : `p95 < ${limit} ${unit}`,
    met: limit === undefined ? null : at(0.95) < limit,
  };
}

/** Notes when Enter was pressed and when a row with these words had been drawn. */
const WATCH = `
  const [words] = arguments;
  window.added = null;
  let pressed = null;
  const onKey = (event) => { if (event.key === "Enter") pressed ??= event.timeStamp; };
  addEventListener("keydown", onKey, true);
  const watch = new MutationObserver(() => {
    if (!document.querySelector("[role=treegrid]")?.textContent.includes(words)) return;
    watch.disconnect();
    removeEventListener("keydown", onKey, true);
    // The next frame draws it; the task after that frame comes when it is drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.added = performance.now() - pressed);
      port2.postMessage(null);
    });
  });
  watch.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });`;

/** Scrolls what \`selector\` names a row and a half a frame, to and fro, and gives the milliseconds of each frame. */
const SCROLL = `
  const [selector, frames, done] = arguments;
  const box = document.querySelector(selector);
  const end = box.scrollHeight - box.clientHeight;
  const took = [];
  let [before, at, way] = [null, 0, 60];
  const frame = (now) => {
    if (before !== null) took.push(now - before);
    before = now;
    if (took.length === frames) return done(took);
    if (at + way > end || at + way < 0) way = -way;
    at += way;
    box.scrollTop = at;
    requestAnimationFrame(frame);
  };
  box.scrollTop = 0;
  requestAnimationFrame(frame);`;

/** A page of 50 rows, the very ones of the list, that nobody has to make while it is scrolled. */
const STILL = `
  const list = document.querySelector("[role=treegrid]");
  const rows = [...list.querySelectorAll(".line.row")];
  const still = list.cloneNode(false);
  still.id = "still";
  still.removeAttribute("role");
  const lines = document.createElement("div");
  lines.className = "lines";
  lines.style.blockSize = "2000px";
  for (let place = 0; place < 50; place += 1) {
    const row = rows[place % rows.length].cloneNode(true);
    row.style.transform = "translateY(" + String(place * 40) + "px)";
    lines.append(row);
  }
  still.append(lines);
  list.replaceWith(still);`;

const desk = await Desk.open();
try {
  await cp(source, desk.profile, { recursive: true });
  await desk.shell("lists", "add", "Measured");
  const session = await desk.start();
  const { driver } = session;
  await session.click(await session.find("button", /^All tasks/));
  const whole = () =>
    driver.executeScript("return document.querySelector('main .names p')?.textContent ?? ''");
  await until("all ids", async () => /\d{2}[.,]\d{3}/.test(await whole()), 60);

  const scrolled = await driver.executeAsyncScript(SCROLL, "[role=treegrid]", FRAMES);

  // In a list of its own, where each row that is added is in sight.
  await session.click(await session.find("button", "Measured"));
  await session.frames();
  const field = await session.find("textbox", "Add a task");
  const took = [];
  for (let round = 0; round < ADDS; round += 1) {
    const words = `Measured ${round} of ${Date.now()}`;
    await driver.executeScript(WATCH, words);
    await field.sendKeys(words);
    await field.sendKeys(Key.ENTER);
    took.push(await until("the row", () => driver.executeScript("return window.added"), 20));
  }

  await session.click(await session.find("button", /^All tasks/));
  await session.frames();
  await driver.executeScript(STILL);
  const still = await driver.executeAsyncScript(SCROLL, "#still", FRAMES);
  const lines = [
    line("Enter in the add box to the row drawn", "ms", took, 50),
    line("a frame of a scroll through all of them", "ms", scrolled),
    line("a frame of a scroll through a page of 50 rows that stand still", "ms", still),
  ];
  console.log(JSON.stringify({ lines }));
} finally {
  await desk.close();
}
