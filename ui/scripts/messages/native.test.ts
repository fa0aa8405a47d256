import { describe, expect, it } from "vitest";
import { nativeModule } from "./native.ts";
import { type Language, readArea } from "./read.ts";

const language = (messages: Record<string, string>): Language =>
  new Map([["native", readArea(JSON.stringify(messages))]]);

/** What Rust has for one message, in English and in other languages. */
function written(message: string, others: Record<string, string> = {}): string {
  const translations = Object.entries(others).map(([name, text]) => [name, language({ it: text })] as const);
  const module = nativeModule(language({ it: message }), new Map(translations));
  return (
    /pub fn it\(&self(?:, )?(.*?)\) -> Text \{\n\s*Text::said\((.*)\)\n {4}\}/su
      .exec(module)
      ?.slice(1)
      .join(" => ")
      .replaceAll(/\s+/gu, " ") ?? module
  );
}

const en = 'kind(&locale!("en"), n)';

describe("a message becomes Rust", () => {
  it.each([
    ["Quit", ' => "Quit"'],
    ["It''s '{'here'}' \"now\"", ' => "It\'s {here} \\"now\\""'],
    ["{title}", "title: impl Display => title.to_string()"],
    ["“{title}” '{'…'}'", 'title: impl Display => format!("“{}” {{…}}", title)'],
    ["{b} before {aB}", 'b: impl Display, a_b: impl Display => format!("{} before {}", b, a_b)'],
    ["{n, number}", "n: u64 => self.number(n)"],
    ["{n} of {n, number}", 'n: u64 => format!("{} of {}", self.number(n), self.number(n))'],
    [
      "{n, plural, other {# {what}s} =0 {none} one {# {what}}} left",
      `n: u64, what: impl Display => format!("{} left", match (n, ${en}) { (0, _) => "none".to_owned(), (_, Kind::One) => format!("{} {}", self.number(n), what), _ => format!("{} {}s", self.number(n), what) })`,
    ],
  ])("%s", (message, expected) => {
    expect(written(message)).toBe(expected);
  });

  it("in all languages that have it, counted by their own rules", () => {
    expect(written("Quit", { de: "Beenden" })).toBe(
      ' => match self.language { "de" => "Beenden", _ => "Quit", }',
    );
    const counted = written("{n, number} to {list}", {
      pl: "{list}: {n, plural, few {# zadania} other {# zadań}}",
      de: "Alle",
    });
    expect(counted).toContain(
      'n: u64, list: impl Display => match self.language { "pl" => format!("{}: {}", list,',
    );
    expect(counted).toContain('(n, kind(&locale!("pl"), n)) { (_, Kind::Few) =>');
    expect(counted).toContain('"de" => "Alle".to_owned(), _ => format!("{} to {}", self.number(n), list)');
  });

  it("in English where a language lacks it", () => {
    const module = nativeModule(language({ a: "A", "b.cD": "B" }), new Map([["de", language({ a: "Ä" })]]));
    expect(module).toContain('LANGUAGES: &[&str] = &["en", "de"];');
    expect(module).toMatch(/pub fn b_c_d\(&self\) -> Text \{\n\s*Text::said\("B"\)/u);
  });

  it.each([
    ["{day, date, long}", /native\.it: \{day\} is Date, which Rust is not given/u],
    ["{n, selectordinal, other {#th}}", /plain plurals alone/u],
    ["{n, plural, offset:1 other {#}}", /plain plurals alone/u],
    ["{n, number, percent}", /texts, numbers and plurals alone/u],
    ["{kind, select, other {x}}", /texts, numbers and plurals alone/u],
  ])("or is refused: %s", (message, error) => {
    expect(() => written(message)).toThrow(error);
  });
});
