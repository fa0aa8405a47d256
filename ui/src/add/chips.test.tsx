import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { plainDay, timeLabel } from "../dates/labels";
import type { Span } from "../ipc/bindings/Span";
import { chipOf, refusedAt } from "./chips";
import { SpanChip } from "./SpanChip";

const TODAY = "2026-11-21";
const at = { start: 0, end: 4, confidence: "certain" } as const;

const spans: [Span, string, RegExp][] = [
  [{ ...at, kind: "due", due: "2026-11-22" }, "Tomorrow", /^Due Tomorrow\. Keep/],
  [
    { ...at, kind: "recurrence", recurrence: "FREQ=WEEKLY;BYDAY=FR", due: null, from: null },
    "Repeats every Friday",
    /^Repeats every Friday\. Keep/,
  ],
  [
    {
      ...at,
      kind: "recurrence",
      recurrence: "FREQ=MONTHLY;BYMONTHDAY=1",
      due: "2026-12-01T09:00",
      from: null,
    },
    `Repeats every month on the 1st, ${timeLabel("09:00")}`,
    /^Repeats every month on the 1st, 9:00.*\. Keep/,
  ],
  [
    {
      ...at,
      kind: "recurrence",
      recurrence: "FREQ=WEEKLY;BYDAY=FR",
      due: "2026-12-04T18:30",
      from: "2026-12-01",
    },
    `Repeats every Friday from ${plainDay("2026-12-01", TODAY)}, ${timeLabel("18:30")}`,
    /^Repeats every Friday from .*December.*30.*\. Keep/,
  ],
  [
    { ...at, kind: "recurrence", recurrence: "FREQ=HOURLY", due: null, from: null },
    "Repeats",
    /^Repeats\. Keep/,
  ],
  [{ ...at, kind: "list", name: "Home" }, "Home", /^In the list Home\. Keep/],
  [{ ...at, kind: "tag", name: "money" }, "@money", /^Tag money\. Keep/],
  [{ ...at, kind: "priority", priority: "p1" }, "Priority 1", /^Priority 1\. Keep/],
  [{ ...at, kind: "priority", priority: "p4" }, "No priority", /^No priority\. Keep/],
  [{ ...at, kind: "deadline", deadline: "2026-11-22" }, "Tomorrow", /^Deadline .*22.*\. Keep/],
  [{ ...at, kind: "duration", minutes: 90 }, "1 h 30 min", /^Takes 1 hour 30 minutes\. Keep/],
  [{ ...at, kind: "notes" }, "Notes", /^Notes\. Keep/],
];

it.each(spans)("shows %o as a chip that can be refused", async (span, words, name) => {
  const refuse = vi.fn();
  render(<SpanChip span={span} typed="word" today={TODAY} colourOf={() => "violet"} onRefuse={refuse} />);
  const chip = screen.getByRole("button", { name });
  expect(chip.getAttribute("aria-label")).toContain("“word”");
  expect(chip.textContent).toBe(words);
  expect(chip.classList.contains("likely")).toBe(false);
  const dot = chip.querySelector<HTMLElement>("[data-colour]");
  expect(dot?.dataset["colour"]).toBe(span.kind === "list" ? "violet" : undefined);
  await userEvent.click(chip);
  expect(refuse).toHaveBeenCalledOnce();
});

it("draws what is only likely otherwise, and says so", () => {
  const span: Span = { ...at, kind: "tag", name: "home", confidence: "likely" };
  render(
    <SpanChip span={span} typed="@home" today={TODAY} colourOf={() => null} onRefuse={() => undefined} />,
  );
  expect(screen.getByRole("button", { name: /^Perhaps: Tag home/ }).classList.contains("likely")).toBe(true);
});

it("has no chip for quotes", () => {
  expect(chipOf({ ...at, kind: "literal" }, TODAY)).toBeNull();
});

it("refuses by Backspace what ends there, but lets one write in notes and quotes", () => {
  const due: Span = { ...at, kind: "due", due: TODAY };
  expect(refusedAt([due], 4)).toBe(due);
  expect(refusedAt([due], 3)).toBeUndefined();
  expect(refusedAt([{ ...at, kind: "notes" }], 4)).toBeUndefined();
  expect(refusedAt([{ ...at, kind: "literal" }], 4)).toBeUndefined();
});
