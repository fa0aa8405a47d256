import { afterEach, describe, expect, it } from "vitest";
import { area, speak } from "./area";

const words = area("test", {
  plain: "Plain",
  given: (name: string) => `Given ${name}`,
  group: { inner: "Inner", other: "Other" },
  list: ["One", "Two"],
});
const { group } = words;

afterEach(() => speak({}));

describe("an area of messages", () => {
  it("says the same by the same object in another language, and in English again", () => {
    speak({
      test: {
        plain: "Schlicht",
        given: (name: string) => `${name} gegeben`,
        group: { inner: "Innen", other: "Anders" },
        list: { 0: "Eins", 1: "Zwei" },
      },
    });
    expect([words.plain, words.given("x"), group.inner, ...words.list]).toEqual([
      "Schlicht",
      "x gegeben",
      "Innen",
      "Eins",
      "Zwei",
    ]);
    speak({});
    expect([words.plain, words.given("x"), group.inner, ...words.list]).toEqual([
      "Plain",
      "Given x",
      "Inner",
      "One",
      "Two",
    ]);
  });

  it("says in English what another language has not, at any depth", () => {
    speak({ test: { group: { inner: "Innen" } } });
    expect([words.plain, group.inner, group.other]).toEqual(["Plain", "Innen", "Other"]);
    speak({ test: { group: { other: "Anders" } } });
    expect([group.inner, group.other]).toEqual(["Inner", "Anders"]);
  });

  it("takes nothing that English has not, or has otherwise", () => {
    speak({ test: { more: "Mehr", plain: { deep: "Tief" }, given: "Gegeben" } });
    expect(Object.keys(words)).toEqual(["plain", "given", "group", "list"]);
    expect([words.plain, words.given("x")]).toEqual(["Plain", "Given x"]);
  });

  it("that comes later speaks the language at once", () => {
    speak({ late: { plain: "Spät" } });
    expect(area("late", { plain: "Late" }).plain).toBe("Spät");
  });
});

it("keeps each message under its own name, beside what is made of it", async () => {
  // The generated modules first: what they say must still be there once the others have added to them.
  const generated = Object.values(import.meta.glob<{ messages: object }>("./generated/*.ts"));
  const before = (await Promise.all(generated.map((load) => load()))).map(({ messages }) => {
    return [messages, leaves(messages)] as const;
  });
  await Promise.all(Object.values(import.meta.glob(["./*.ts", "!./*.test.ts"])).map((load) => load()));
  expect(before.length).toBeGreaterThan(4);
  for (const [messages, said] of before) {
    const now = new Map(leaves(messages));
    for (const [name, message] of said) expect(now.get(name), name).toBe(message);
  }
});

function leaves(words: object, path = ""): [string, unknown][] {
  return Object.entries(words).flatMap(([name, said]: [string, unknown]): [string, unknown][] =>
    typeof said === "object" && said !== null ? leaves(said, `${path}${name}.`) : [[path + name, said]],
  );
}
