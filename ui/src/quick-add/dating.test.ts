import { expect, it } from "vitest";
import type { Span } from "../ipc/bindings/Span";
import { dayIn, withDay } from "./dating";

const DAY = "2026-11-27";
const due = (start: number, end: number, said: string): Span => ({
  ...{ start, end, confidence: "certain" },
  ...{ kind: "due", due: said },
});

it("puts a day at the end of the line, before the notes", () => {
  expect(withDay("Call mum", [], DAY)).toEqual({ line: "Call mum 2026-11-27 ", caret: 20 });
  expect(withDay("", [], DAY)).toEqual({ line: "2026-11-27 ", caret: 11 });
  const notes: Span = { start: 9, end: 15, confidence: "certain", kind: "notes" };
  expect(withDay("Call mum // hi", [notes], DAY).line).toBe("Call mum 2026-11-27 // hi");
});

it("puts a day in the place of the one that is there, whose time stays", () => {
  expect(withDay("Call tomorrow p1", [due(5, 13, "2026-11-22")], DAY)).toEqual({
    line: "Call 2026-11-27 p1",
    caret: 15,
  });
  const timed = [due(5, 17, "2026-11-22T09:00")];
  expect(withDay("Call tomorrow 9am", timed, DAY).line).toBe("Call 2026-11-27 09:00");
  expect(dayIn(timed)).toBe("2026-11-22");
  expect(dayIn([])).toBeNull();
});
