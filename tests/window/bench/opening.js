/**
 * How long the chat takes to open, with the stand-in for ChatKit: from the press of its button to
 * ChatKit saying that it is ready; and what it takes of memory. Prints the lines of a benchmark.
 * Only executables built for debugging take the stand-in. `script/bench` runs it.
 */
import { readFile, readdir } from "node:fs/promises";
import { Cdn } from "../chatkit/server.js";
import { ChatDesk } from "../harness/chat.js";
import { Desk, until } from "../harness/index.js";

const TIMES = 10;

/** The ids of a process and of all that descend from it. */
async function family(root) {
  const children = new Map();
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${id}/stat`, "utf8").catch(() => "");
    const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found = [];
  for (const open = [root]; open.length > 0;) {
    const id = open.pop();
    found.push(id);
    open.push(...(children.get(id) ?? []));
  }
  return found;
}

/** The PSS of the app and its processes, in MiB: shared pages counted once. */
async function memory(profile) {
  let app = null;
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = (await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")).split("\0");
    if (line[0].endsWith("calm-orbit-desktop") && line.includes(profile)) app = id;
  }
  let kib = 0;
  for (const id of await family(app)) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
    kib += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kib / 1024;
}

/** Memory once it no longer moves. */
async function settled(profile) {
  let last = 0;
  return until("memory to settle", async () => {
    const before = last;
    await new Promise((resolve) => setTimeout(resolve, 500));
    last = await memory(profile);
    return Math.abs(last - before) < 1 && last;
  });
}

/** The button that opens and closes the chat. */
const BUTTON = `[...document.querySelectorAll("button[aria-pressed]")].find((each) => /chat/i.test(each.ariaLabel))`;
/** Closes the chat, so that it is closed at the next start. */
const CLOSE = `const button = ${BUTTON}; if (button.ariaPressed === "true") button.click();`;
/** Presses the button of the chat, and gives the milliseconds until ChatKit is ready. */
const OPEN = `const done = arguments[0];
  const button = ${BUTTON};
  const begin = performance.now();
  addEventListener("message", ({ data }) => {
    if (data?.type === "ready") done(performance.now() - begin);
  });
  button.click();`;

function line(name, unit, values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return {
    tasks: 0,
    name,
    unit,
    n: sorted.length,
    median: at(0.5),
    p95: at(0.95),
    min: sorted[0],
    max: sorted.at(-1),
    target: null,
    met: null,
  };
}

const desk = await Desk.open();
const cdn = await Cdn.start({ secrets: () => "unknown" });
try {
  delete desk.env.ROLLBACK_CHAT;
  desk.env.CALM_ORBIT_CHATKIT_SCRIPT = cdn.script;
  const c = await new ChatDesk(desk, cdn).open();
  await c.session.driver.executeScript(CLOSE);
  await c.session.stop();
  const took = [];
  const closed = [];
  const opened = [];
  for (let round = 0; round < TIMES; round += 1) {
    await c.start();
    closed.push(await settled(desk.profile));
    took.push(await c.session.driver.executeAsyncScript(OPEN));
    opened.push(await settled(desk.profile));
    await c.session.driver.executeScript(CLOSE);
    await c.session.stop();
  }
  const lines = [
    line("opening the chat, button to ChatKit ready", "ms", took),
    line("PSS of all processes, the chat not yet opened", "MiB", closed),
    line("PSS of all processes, the chat open", "MiB", opened),
  ];
  console.log(JSON.stringify({ lines }));
} finally {
  await desk.close();
  await cdn.close();
}
