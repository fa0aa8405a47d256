import { expect, it } from "vitest";
import { marksOf, snippetOf, wordsOf } from "./marks";

const marked = (text: string, query: string) =>
  marksOf(text, wordsOf(query)).map(({ start, end }) => text.slice(start, end));

it("marks the beginnings of words, whatever their case and accents", () => {
  expect(marked("Ask to reschedule the boiler check", "resch BOIL")).toEqual(["resch", "boil"]);
  expect(marked("Café, cafeteria, decaf", "cafe")).toEqual(["Café", "cafe"]);
  expect(marked("Decaf", "caf")).toEqual([]);
  expect(marked("去看医生", "医生")).toEqual(["医生"]);
  expect(marked("Straße", "strasse")).toEqual([]);
  expect(marked("Anything", " @ ")).toEqual([]);
});

it("marks what overlaps once", () => {
  expect(marked("milkman", "milk mil")).toEqual(["milk"]);
});

it("shows the part of the notes in which the words stand", () => {
  expect(snippetOf("Bring the old one.\n\nThe number is on the boiler.", ["boil"])).toBe(
    "…The number is on the boiler.",
  );
  expect(snippetOf("boiler", ["boil"])).toBe("boiler");
  expect(snippetOf("nothing of it", ["boil"])).toBeNull();
  const long = `${"word ".repeat(60)}boiler ${"word ".repeat(60)}`;
  const shown = snippetOf(long, ["boil"]) ?? "";
  expect(shown).toMatch(/^…word .*boiler.*…$/);
  expect(shown.length).toBeLessThan(150);
});
