import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { areaModule } from "./module.ts";
import { readArea } from "./read.ts";

/** What the module has for one message. */
async function written(message: string): Promise<string> {
  const module = await format(areaModule("window", readArea(JSON.stringify({ it: message }))), {
    parser: "typescript",
    printWidth: 300,
  });
  return /\{ it: (.*) \}\);$/mu.exec(module)?.[1] ?? module;
}

describe("a message becomes", () => {
  it.each([
    ["Today", '"Today"'],
    ["", '""'],
    ["It''s '{'here'}' <b>", '"It\'s {here} <b>"'],
    ["“{title}”", "(title: string) => `“${title}”`"],
    ["{title}", "(title: string) => title"],
    ["`{a}` ${b} \\n", "(a: string, b: string) => `\\`${a}\\` $${b} \\\\n`"],
    ["$'{'x'}' {a}", "(a: string) => `\\${x} ${a}`"],
    ["{b} before {a}, {b}", "(b: string, a: string) => `${b} before ${a}, ${b}`"],
    ["{n, number}", "(n: number) => number(n)"],
    ["{n} of {n, number}", "(n: number) => `${number(n)} of ${number(n)}`"],
    ["{n, number, percent}", '(n: number) => number(n, { style: "percent" })'],
    [
      "{n, number, ::.00}",
      "(n: number) => number(n, { minimumFractionDigits: 2, maximumFractionDigits: 2 })",
    ],
    ["{day, date, long}", '(day: Date) => date(day, { dateStyle: "long" })'],
    ["{day, time, short}", '(day: Date) => date(day, { timeStyle: "short" })'],
    ["{day, date, ::MMMMd}", '(day: Date) => date(day, { month: "long", day: "numeric" })'],
    [
      "{n, plural, =0 {none} one {# {what}} other {# {what}s}}",
      '(n: number, what: string) => plural(n, { "=0": "none", one: `${number(n)} ${what}`, other: `${number(n)} ${what}s` })',
    ],
    [
      "{n, plural, offset:1 other {# more}}",
      "(n: number) => plural(n, { other: `${number(n - 1)} more` }, 1)",
    ],
    [
      "{n, selectordinal, one {#st} other {#th}}",
      "(n: number) => ordinal(n, { one: `${number(n)}st`, other: `${number(n)}th` })",
    ],
    [
      "{kind, select, list {List} tag {Tag}}",
      '(kind: "list" | "tag") => select(kind, { list: "List", tag: "Tag" })',
    ],
    [
      "{kind, select, list {List} other {It}}",
      '(kind: string) => select(kind, { list: "List", other: "It" })',
    ],
    [
      "{n, plural, one {{k, select, a {x} other {y}}} other {#}}",
      '(n: number, k: string) => plural(n, { one: select(k, { a: "x", other: "y" }), other: number(n) })',
    ],
  ])("%s", async (message, expected) => {
    expect(await written(message)).toBe(expected);
  });

  it("a text in a group, or in a list, by the dots in its name", () => {
    const module = areaModule("window", readArea('{ "why.offline": "x", "facts.0": "y", "facts.1": "z" }'));
    expect(module).toContain('{ "why": { "offline": "x" }, "facts": ["y", "z"] }');
  });
});
