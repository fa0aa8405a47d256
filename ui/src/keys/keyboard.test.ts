import { describe, expect, it } from "vitest";
import { commandOf, commandOfSequence, isPrefix, type Key } from "./keyboard";
import { shownKeys } from "./shown";

const key = (name: string, part: Partial<Key> = {}): Key => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...part,
});

describe("keys of the window", () => {
  it("leave undo and letters to a text field", () => {
    expect(commandOf(key("z", { ctrlKey: true }), "window", false)).toBe("undo");
    expect(commandOf(key("Z", { ctrlKey: true, shiftKey: true }), "window", false)).toBe("redo");
    expect(commandOf(key("z", { ctrlKey: true }), "window", true)).toBeNull();
    expect(commandOf(key("n"), "window", false)).toBe("add");
    expect(commandOf(key("n"), "window", true)).toBeNull();
    expect(commandOf(key("?", { shiftKey: true }), "window", false)).toBe("sheet");
  });

  it("reach palette and chat from everywhere", () => {
    expect(commandOf(key("k", { ctrlKey: true }), "window", true)).toBe("palette");
    expect(commandOf(key("K", { ctrlKey: true }), "window", true)).toBe("palette");
    expect(commandOf(key("j", { metaKey: true }), "window", true)).toBe("chat");
    expect(commandOf(key("k", { altKey: true, ctrlKey: true }), "window", false)).toBeNull();
    expect(commandOf(key("Escape"), "window", true)).toBe("back");
  });

  it("come one after the other", () => {
    expect(isPrefix(key("g"))).toBe(true);
    expect(isPrefix(key("g", { ctrlKey: true }))).toBe(false);
    expect(commandOfSequence(key("g"), key("t"))).toBe("go_today");
    expect(commandOfSequence(key("g"), key("x"))).toBeNull();
  });
});

it("tells the keys of the list from those of the window", () => {
  expect(commandOf(key("t"), "list", false)).toBe("reschedule");
  expect(commandOf(key("T", { shiftKey: true }), "list", false)).toBe("to_tomorrow");
  expect(commandOf(key("T"), "list", false)).toBe("reschedule");
  expect(commandOf(key(" "), "list", false)).toBe("complete");
  expect(commandOf(key("ArrowUp", { altKey: true }), "list", false)).toBe("move_up");
  expect(commandOf(key("ArrowUp", { shiftKey: true }), "list", false)).toBe("select_up");
  expect(commandOf(key("t"), "window", false)).toBeNull();
});

it("writes keys for a person", () => {
  expect(shownKeys("Mod+Shift+z")).toBe("Ctrl Shift Z");
  expect(shownKeys("g i")).toBe("G then I");
  expect(shownKeys("Alt+ArrowUp")).toBe("Alt ↑");
  expect(shownKeys("Mod+,")).toBe("Ctrl ,");
  expect(shownKeys("?")).toBe("?");
});
