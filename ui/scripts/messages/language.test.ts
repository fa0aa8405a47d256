import { describe, expect, it } from "vitest";
import { faultsOf } from "./check.ts";
import { translationModule } from "./module.ts";
import { type Language, languages, readArea, readLanguage } from "./read.ts";

const language = (messages: Record<string, string>): Language =>
  new Map([["window", readArea(JSON.stringify(messages))]]);
const english = readLanguage("en");

it.each(languages())("the language %s says nothing that English does not", (name) => {
  expect(faultsOf(readLanguage(name), english)).toEqual([]);
});

describe("another language", () => {
  const original = language({
    added: "Added “{title}”.",
    tasks: "{count, plural, one {# task} other {# tasks}}",
    moved: "Moved {count, number} to {list}",
  });

  it("may leave messages out, and say an argument twice or not at all", () => {
    expect(faultsOf(language({ added: "Neu" }), original)).toEqual([]);
    expect(faultsOf(language({ moved: "{list} {list}" }), original)).toEqual([]);
  });

  it("may count what English only writes, and choose by words", () => {
    expect(faultsOf(language({ moved: "{count, plural, few {x} other {y}}" }), original)).toEqual([]);
    expect(faultsOf(language({ added: "{title, select, a {x} other {y}}" }), original)).toEqual([]);
  });

  it("has no messages and no arguments of its own, and no other kinds of them", () => {
    expect(
      faultsOf(
        language({ aded: "Neu", added: "{name}", tasks: "{count, date}", moved: "{list, number}" }),
        original,
      ),
    ).toEqual([
      "window.aded is not in English",
      "window.added is given no {name}",
      "window.tasks takes {count} as Date; it is number",
      "window.moved takes {list} as number; it is string",
    ]);
  });

  it("is given its arguments in the order of English", () => {
    const module = translationModule("xx", language({ moved: "{list}: {count}" }), original);
    expect(module).toContain("(count: number, list: string) => `${list}: ${number(count)}`");
  });

  it("bends its words by its own rules", () => {
    const few = translationModule(
      "pl",
      language({ tasks: "{count, plural, few {zadania} other {zadań}}" }),
      original,
    );
    expect(few).toContain('const { plural } = pluralsOf("pl");');
  });
});

describe("a message file", () => {
  it.each([
    ['{ "a": "{" }', /“a” .*EXPECT_ARGUMENT_CLOSING_BRACE/u],
    ['{ "a": "{count, plural, one {x}}" }', /\{count\} has no “other”/u],
    ['{ "a": "{count, plural, other {#}} {count, date}" }', /both number and Date/u],
    ['{ "a": 1 }', /“a” is not a text/u],
    ['{ "a b": "x" }', /“a b” can’t be the name/u],
    ['{ "@a": { "description": "x" } }', /“@a” describes no message/u],
    ['{ "a": "{one-two}" }', /“a” .*MALFORMED_ARGUMENT/u],
  ])("says what is wrong with %s", (json, error) => {
    expect(() => readArea(json)).toThrow(error);
  });
});
