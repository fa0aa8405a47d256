/** Every message is said somewhere. That none is missing is for the types to say. */
import { readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect, it } from "vitest";
import { reach } from "../reach.ts";
import { NATIVE, snake } from "./native.ts";
import { readLanguage } from "./read.ts";

const SOURCES = resolve(import.meta.dirname, "../../src");
const pages = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter(
  (file) => basename(file) === "main.tsx",
);
/** What the pages are made of. */
const files = [...new Set(pages.flatMap((page) => [...reach(join(SOURCES, page))]))]
  .filter((file) => !file.includes("generated"))
  .map((file) => readFileSync(file, "utf8"));

/** The steps of names that follow a name in a source: "text.keys.undo" is keys.undo. */
function said(name: string, source: string): string[] {
  const word = new RegExp(`\\b${name} as (\\w+)`, "u").exec(source)?.[1] ?? name;
  const path = new RegExp(`\\b${word}\\b((?:\\s*\\.\\s*\\w+)+|\\[)`, "gu");
  return [...source.matchAll(path)].map(([, steps = ""]) => steps.replaceAll(/\s/gu, "").slice(1));
}

/** The file that makes an area's messages the texts of components. */
const homeOf = (area: string) => files.find((source) => source.includes(`"./generated/${area}"`));

/** The messages of an area that no page says; a group that is handed on is said as a whole. */
function unused(area: string, names: readonly string[]): string[] {
  const home = homeOf(area) ?? "";
  const outside = [/export const (\w+) = (?:Object\.assign\()?messages\b/u, /export \{ messages as (\w+) \}/u]
    .map((way) => way.exec(home)?.[1])
    .filter((name) => name !== undefined);
  const paths = new Set([
    ...said("messages", home),
    ...outside.flatMap((name) => files.flatMap((source) => said(name, source))),
  ]);
  return names.filter((each) => {
    const name = each.replace(/\.\d+\b.*$/u, ""); // a list is said as a whole
    return ![...paths].some(
      (path) => path === "" || path === name || name.startsWith(`${path}.`) || path.startsWith(`${name}.`),
    );
  });
}

/** Areas whose screens are being built: their texts may be there before what says them. */
const underWay: readonly string[] = [];

const shown = [...readLanguage("en")].filter(
  ([area]) => homeOf(area) !== undefined && !underWay.includes(area),
);

it.each(shown)("all that there is in %s", (area, messages) => {
  expect(unused(area, [...messages.keys()])).toEqual([]);
});

/** The Rust that is shipped. */
const rust = ["src-tauri/src", "crates"].flatMap((folder) => {
  const root = resolve(import.meta.dirname, "../../..", folder);
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".rs") && !file.endsWith("generated.rs") && !/\btests?\b/u.test(file),
  );
  return sources.map((file) => readFileSync(join(root, file), "utf8"));
});

/** The messages that nothing outside of the pages says. */
const unsaid = (names: readonly string[]) =>
  names.filter((name) => !rust.some((source) => source.includes(`.${snake(name)}(`)));

it("all that there is outside of the pages", () => {
  const names = [...(readLanguage("en").get(NATIVE)?.keys() ?? [])];
  expect(names.length).toBeGreaterThan(20);
  expect(unsaid(names)).toEqual([]);
  expect(unsaid(["tray.open", "tray.nobodySaysThis"])).toEqual(["tray.nobodySaysThis"]);
});

it("and notices what is not", () => {
  expect(unused("window", ["today", "nobodySaysThis", "failed.nobody"])).toEqual(["nobodySaysThis"]);
  expect(unused("nowhere", ["a"])).toEqual(["a"]);
  expect(shown.map(([area]) => area)).toEqual(expect.arrayContaining(["window", "chat", "recurrence"]));
});
