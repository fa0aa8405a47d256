// Holds the quick-add grammar against chrono-node over one table of phrases (phrases.json), whose
// answers were written by hand from the semantics that docs and tests state.
//
//   npm ci && node compare.mjs [--all]
//
// Prints the phrases on which one of the two is not right (or all of them), and totals. Right is
// the answer of the table; wrong is a date where none or another was meant. A phrase with
// `"design": true` stands for a choice that chrono-node made otherwise, and is printed but not
// counted. Exits with 1 where ours gets fewer right or more wrong, or misses one that chrono-node
// gets right.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const phrases = JSON.parse(readFileSync(new URL("phrases.json", import.meta.url), "utf8"));
const input = phrases.map(({ text, now }) => JSON.stringify({ text, now })).join("\n") + "\n";

function answers(command, args, environment) {
  const run = spawnSync(command, args, {
    cwd: here,
    input,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${command} ended with ${run.status}`);
  const lines = run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).due ?? null);
  if (lines.length !== phrases.length) throw new Error(`${command} gave ${lines.length} answers`);
  return lines;
}

// script/test says where it is built; by hand Cargo finds out.
const built = process.env.CALM_ORBIT_EXECUTABLES;
const ours = built
  ? answers(`${built}/examples/quick_add_lines`, [], {})
  : answers("cargo", ["run", "--quiet", "--package", "calm-orbit-task", "--example", "quick_add_lines"], {});
// In UTC no reference falls into a gap of the clock that the table does not mean.
const theirs = answers("node", ["chrono.mjs"], { TZ: "UTC" });

const mark = (expected, found) => (found === expected ? "right" : found === null ? "none" : "wrong");
const totals = { ours: { right: 0, wrong: 0, none: 0 }, chrono: { right: 0, wrong: 0, none: 0 } };
const missed = [];
const all = process.argv.includes("--all");
let counted = 0;

phrases.forEach(({ text, due, design, note }, index) => {
  const own = mark(due, ours[index]);
  const other = mark(due, theirs[index]);
  if (!design) {
    counted += 1;
    totals.ours[own] += 1;
    totals.chrono[other] += 1;
    if (other === "right" && own !== "right") missed.push(text);
  } else if (own !== "right") {
    missed.push(text);
  }
  if (all || own !== "right" || other !== "right") {
    const column = (name, state, found) =>
      `${name} ${state === "right" ? "✓" : state === "none" ? "–" : "✗"} ${found ?? ""}`;
    console.log(
      [
        text.padEnd(48),
        (due ?? "(no date)").padEnd(17),
        column("ours", own, ours[index]).padEnd(25),
        column("chrono", other, theirs[index]).padEnd(27),
        design ? `by design: ${note}` : note,
      ].join(" "),
    );
  }
});

console.log(`\n${phrases.length} phrases, ${counted} counted, ${phrases.length - counted} by design`);
for (const [name, { right, wrong, none }] of Object.entries(totals)) {
  console.log(`${name.padEnd(7)} ${right} right, ${wrong} wrong, ${none} no answer`);
}
if (missed.length > 0) console.log(`ours misses: ${missed.join("; ")}`);
const behind = totals.ours.right < totals.chrono.right || totals.ours.wrong > totals.chrono.wrong;
process.exit(behind || missed.length > 0 ? 1 : 0);
