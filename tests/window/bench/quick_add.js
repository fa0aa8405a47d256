/**
 * How long the quick-add window takes from the key, and from the command, until it is shown and has the keyboard.
 * Prints the lines of a benchmark. `script/bench` runs it.
 */
import { readFile } from "node:fs/promises";
import { Desk, until } from "../harness/index.js";
import { QuickAddWindow, anotherProgram } from "../harness/quickAdd.js";

const TIMES = 30;
/** Milliseconds within which it is there. */
const TARGET = 100;

function line(name, values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return {
    tasks: 0,
    name,
    unit: "ms",
    n: sorted.length,
    median: at(0.5),
    p95: at(0.95),
    min: sorted[0],
    max: sorted.at(-1),
    target: `p95 < ${TARGET} ms`,
    met: at(0.95) < TARGET,
  };
}

const FOCUSED = "the quick-add window has the focus";

/** When the log said for the nth time that the window has the keyboard, in milliseconds. */
async function focused(desk, nth) {
  const said = await until("the focus", async () => {
    const lines = (await readFile(desk.log, "utf8")).split("\n").filter((each) => each.includes(FOCUSED));
    return lines[nth];
  });
  return Date.parse(said.slice(0, 23) + "Z");
}

const desk = await Desk.open();
try {
  await desk.launch();
  const quickAdd = new QuickAddWindow(desk);
  await quickAdd.ready();
  await anotherProgram(desk);
  let times = 0;
  const measure = async (call) => {
    const took = [];
    for (let round = 0; round < TIMES; round += 1) {
      const begin = Date.now();
      await call();
      took.push((await focused(desk, times)) - begin);
      times += 1;
      await quickAdd.opened();
      await quickAdd.press("Escape");
      await quickAdd.closed();
    }
    return took;
  };
  const lines = [
    // With what xdotool takes to press the keys.
    line("quick add, key to ready to type", await measure(() => quickAdd.press("ctrl+shift+space"))),
    line("quick add, command to ready to type", await measure(() => desk.shell("--quick-add"))),
  ];
  console.log(JSON.stringify({ lines }));
} finally {
  await desk.close();
}
