import { expect, it } from "vitest";
import { shownAccelerator } from "./accelerator";

it.each([
  ["CommandOrControl+Shift+Space", "Ctrl Shift Space"],
  ["Control+Alt+KeyN", "Ctrl Alt N"],
  ["Super+Digit1", "Super 1"],
  ["F9", "F9"],
  ["Ctrl+Alt+Comma", "Ctrl Alt ,"],
  ["Ctrl+Backslash", "Ctrl \\"],
])("writes %s as %s", (keys, shown) => {
  expect(shownAccelerator(keys)).toBe(shown);
});
