import { expect, it } from "vitest";
import { commandText } from "../messages/commands";
import { commandIds, commands } from "./commands";
import { sheet } from "./sheet";
import { isSingle, keysTogether } from "./together";

it.each([
  [["up", "down"], "↑ ↓ or K J"],
  [["go_inbox", "go_today", "go_upcoming", "go_someday"], "G then I T U S"],
  [["priority_1", "priority_2", "priority_3", "priority_4"], "1 to 4"],
  [["move_up", "move_down"], "Alt ↑ ↓"],
  [["undo", "redo"], "Ctrl Z, Ctrl Shift Z"],
  [["add", "add_below"], "N, Enter"],
  [["first", "last"], "Home, End"],
  [["edit"], "E or F2"],
  [["zoom_in", "zoom_out", "zoom_reset"], "Ctrl +, Ctrl -, Ctrl 0"],
] as const)("writes %j as %s", (ids, keys) => {
  expect(keysTogether(ids, true)).toBe(keys);
});

it("knows which keys are letters and signs alone", () => {
  for (const keys of ["n", "?", "@", "Shift+T", "g i", "1"]) expect(isSingle(keys), keys).toBe(true);
  for (const keys of ["Mod+k", "Mod++", "Space", "F2", "Alt+ArrowUp", "Shift+Tab", "Escape", "Mod+,"])
    expect(isSingle(keys), keys).toBe(false);
});

it("leaves them out where they are switched off", () => {
  expect(keysTogether(["up", "down"], false)).toBe("↑ ↓");
  expect(keysTogether(["edit"], false)).toBe("F2");
  expect(keysTogether(["sheet"], false)).toBe("");
  expect(keysTogether(["add", "add_below"], false)).toBe("");
});

it("gives every command a title, and every key a place on the sheet, once", () => {
  const onSheet = Object.values(sheet)
    .flat()
    .flatMap(({ of }) => of);
  expect([...onSheet].sort()).toEqual(commandIds.filter((id) => commands[id].keys.length > 0).sort());
  expect(Object.keys(commandText.titles).sort()).toEqual([...commandIds].sort());
  const titles = commandIds.map((id) => commandText.titles[id]);
  expect(titles.every((title) => title !== "")).toBe(true);
  expect(new Set(titles).size).toBe(titles.length);
});
