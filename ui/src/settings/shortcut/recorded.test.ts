import { expect, it } from "vitest";
import { type Pressed, recorded } from "./recorded";

const press = (code: string, held: Partial<Pressed> = {}) =>
  recorded({ code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held });

it("names keys by their place, whatever is printed on them", () => {
  expect(press("KeyA", { ctrlKey: true, shiftKey: true })).toEqual({ kind: "keys", keys: "Ctrl+Shift+A" });
  expect(press("Digit1", { altKey: true })).toEqual({ kind: "keys", keys: "Alt+1" });
  expect(press("Space", { metaKey: true })).toEqual({ kind: "keys", keys: "Super+Space" });
  expect(press("F9")).toEqual({ kind: "keys", keys: "F9" });
});

it("waits for a key, and takes none that typing needs", () => {
  expect(press("ControlLeft", { ctrlKey: true })).toEqual({ kind: "more" });
  expect(press("KeyA")).toEqual({ kind: "alone" });
  expect(press("KeyA", { shiftKey: true })).toEqual({ kind: "alone" });
});
