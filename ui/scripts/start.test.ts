/** What the window loads before it shows anything stays small: each letter of it is read at every start. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { reach } from "./reach.ts";

const main = resolve(import.meta.dirname, "../src/main.tsx");

it("loads the components of react-aria once they are needed", () => {
  const files = [...reach(main, { later: false })];
  expect(files.length).toBeGreaterThan(100);
  const early = files.filter((file) => /^import (?!type ).*"react-aria-components";/mu.test(flat(file)));
  expect(early).toEqual([]);
  const all = [...reach(main)].filter((file) => /"react-aria-components";/u.test(flat(file)));
  expect(all.length).toBeGreaterThan(10);
});

/** A source with each import on a line of its own. */
function flat(file: string): string {
  return readFileSync(file, "utf8").replaceAll(/import \{[^}]*\}/gu, (found) =>
    found.replaceAll(/\s+/gu, " "),
  );
}
