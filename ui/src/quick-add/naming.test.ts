import { describe, expect, it } from "vitest";
import { namingAt, withName } from "./naming";

const at = (line: string) => namingAt(line, line.length, []);

describe("a name that is being typed", () => {
  it("is what stands between its mark and the caret", () => {
    expect(at("Book a table #fa")).toEqual({ kind: "list", letters: "fa", range: { start: 13, end: 16 } });
    expect(at("@")).toEqual({ kind: "tag", letters: "", range: { start: 0, end: 1 } });
    expect(at('Buy nails #"Summer ho')).toEqual({
      kind: "list",
      letters: "Summer ho",
      range: { start: 10, end: 21 },
    });
  });

  it("is none in a word, a number, a time, an address, or behind a blank", () => {
    for (const line of ["", "Milk", "C#", "a@b", "#42", "@9am", "#Home ", '#"Home"', "##"]) {
      expect(at(line), line).toBeNull();
    }
    expect(namingAt("#Home", 3, [])).toBeNull();
  });

  it("is none where it was refused", () => {
    expect(namingAt("call #fa", 8, [{ start: 5, end: 8 }])).toBeNull();
  });
});

describe("a name that is taken", () => {
  const taken = (line: string, name: string) => {
    const naming = at(line);
    if (!naming) throw new Error(line);
    return withName(line, naming, name);
  };

  it("stands in place of what was typed", () => {
    expect(taken("Book a table #fa", "Family")).toEqual({ line: "Book a table #Family ", caret: 21 });
    expect(taken("@mo", "money")).toEqual({ line: "@money ", caret: 7 });
  });

  it("is quoted where it has more than letters", () => {
    expect(taken("Nails #su", "Summer house").line).toBe('Nails #"Summer house" ');
  });

  it("leaves what stands behind it", () => {
    const naming = namingAt("Call #fa tomorrow", 8, []);
    if (!naming) throw new Error("none");
    expect(withName("Call #fa tomorrow", naming, "Family")).toEqual({
      line: "Call #Family tomorrow",
      caret: 13,
    });
  });
});
