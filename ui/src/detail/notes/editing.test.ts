import { describe, expect, it } from "vitest";
import { beginning, continued, type TextEdit, ticked, wrap } from "./editing";

/** The text after an edit, with the selection in brackets. */
function shown(text: string, edit: TextEdit | null): string | null {
  if (!edit) return null;
  const [start, end] = edit.select;
  const now = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  return `${now.slice(0, start)}[${now.slice(start, end)}]${now.slice(end)}`;
}
const atEnd = (text: string) => shown(text, continued(text, text.length, text.length));

describe("marks", () => {
  it("go around what is selected, and away again", () => {
    expect(shown("use the blue drive", wrap("use the blue drive", 8, 12, "**"))).toBe(
      "use the **[blue]** drive",
    );
    expect(shown("use the **blue** drive", wrap("use the **blue** drive", 10, 14, "**"))).toBe(
      "use the [blue] drive",
    );
    expect(shown("a *b* c", wrap("a *b* c", 2, 5, "*"))).toBe("a [b] c");
    expect(shown("", wrap("", 0, 0, "**"))).toBe("**[]**");
  });
});

describe("Enter", () => {
  it("goes on with a list", () => {
    expect(atEnd("- milk")).toBe("- milk\n- []");
    expect(atEnd("  * milk")).toBe("  * milk\n  * []");
    expect(atEnd("9. milk")).toBe("9. milk\n10. []");
    expect(atEnd("- [x] milk")).toBe("- [x] milk\n- [ ] []");
    expect(atEnd("> said")).toBe("> said\n> []");
    expect(shown("- ab\nc", continued("- ab\nc", 3, 3))).toBe("- a\n- []b\nc");
  });

  it("ends a list with an entry that says nothing", () => {
    expect(atEnd("- milk\n- ")).toBe("- milk\n[]");
    expect(atEnd("1. ")).toBe("[]");
    expect(atEnd("- [ ] ")).toBe("[]");
  });

  it("is only a new line elsewhere", () => {
    expect(atEnd("milk")).toBeNull();
    expect(atEnd("-milk")).toBeNull();
    expect(shown("- milk", continued("- milk", 1, 1))).toBeNull();
  });
});

describe("a task list", () => {
  const notes = "Pack\n- [ ] goggles\n  1. [x] towel\n- no box";
  it("is ticked where it stands", () => {
    expect(ticked(notes, 5, true)).toBe("Pack\n- [x] goggles\n  1. [x] towel\n- no box");
    expect(ticked(notes, notes.indexOf("1."), false)).toBe("Pack\n- [ ] goggles\n  1. [ ] towel\n- no box");
    expect(ticked(notes, notes.indexOf("- no"), true)).toBeNull();
    expect(ticked(notes, 0, true)).toBeNull();
  });
});

it("shows a long text up to the end of a paragraph", () => {
  const text = `${"a".repeat(60)}\n\n${"b".repeat(60)}\n${"c".repeat(60)}`;
  expect(beginning(text, 500)).toBe(text);
  expect(beginning(text, 100)).toBe("a".repeat(60));
  expect(beginning(text, 150)).toBe(`${"a".repeat(60)}\n\n${"b".repeat(60)}`.slice(0, 62 + 60));
  expect(beginning("d".repeat(300), 100)).toHaveLength(100);
});
