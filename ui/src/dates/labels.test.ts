import { describe, expect, it } from "vitest";
import { civilDate, daysBetween, readDue } from "./civil";
import { dayLabel, dueLabel, dueWords, longDay } from "./labels";

const TODAY = "2026-11-21"; // a Saturday

describe("civil dates", () => {
  it("reads the three forms of a due", () => {
    expect(readDue("2026-11-22")).toEqual({ date: "2026-11-22", time: null });
    expect(readDue("2026-11-22T09:00")).toEqual({ date: "2026-11-22", time: "09:00" });
    expect(readDue("2026-11-22T09:00[Europe/Berlin]", "Europe/Berlin")).toEqual({
      date: "2026-11-22",
      time: "09:00",
    });
    expect(readDue("tomorrow")).toBeNull();
  });

  it("tells a time in another zone on this computer's clock, over midnight too", () => {
    expect(readDue("2026-11-22T09:00[Europe/Berlin]", "America/New_York")?.time).toBe("03:00");
    expect(readDue("2026-11-22T22:00[America/New_York]", "Europe/Berlin")).toEqual({
      date: "2026-11-23",
      time: "04:00",
    });
    // The day the clocks change in New York: offsets at the answer count, not at the guess.
    expect(readDue("2026-03-08T03:30[America/New_York]", "UTC")?.time).toBe("07:30");
  });

  it("shows the wall time of a zone that it does not know", () => {
    expect(readDue("2026-11-22T09:00[Mars/Olympus]")).toEqual({ date: "2026-11-22", time: "09:00" });
  });

  it("counts days across months, leap days and changes of the clocks", () => {
    expect(daysBetween("2026-11-21", "2026-11-21")).toBe(0);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-01-01", "2025-12-31")).toBe(-1);
    expect(civilDate(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });
});

describe("due labels", () => {
  it.each([
    ["2026-11-21", "Today"],
    ["2026-11-22", "Tomorrow"],
    ["2026-11-20", "Yesterday"],
    ["2026-11-19", "Thu 19"],
    ["2026-11-27", "Fri 27"],
    ["2026-11-28", "28 Nov"],
    ["2028-03-03", "3 Mar 2028"],
  ])("names %s %s", (date, label) => {
    expect(dayLabel(date, TODAY, "en-GB")).toBe(label);
  });

  it("follows the locale", () => {
    expect(dayLabel("2026-11-19", TODAY, "de")).toBe("Do 19");
    expect(longDay("2026-11-21", TODAY, "de")).toBe("Samstag, 21. November");
  });

  it("says the time alone where the place names the day", () => {
    expect(dueLabel("2026-11-21T10:00", TODAY, TODAY, "en-GB")?.short).toBe("10:00");
    expect(dueLabel("2026-11-21", TODAY, TODAY, "en-GB")?.short).toBe("");
    expect(dueLabel("2026-11-22T10:00", TODAY, "2026-11-22", "en-GB")?.short).toBe("10:00");
  });

  it("says today's time, and the day of other times, elsewhere", () => {
    expect(dueLabel("2026-11-21T10:00", TODAY, null, "en-GB")?.short).toBe("10:00");
    expect(dueLabel("2026-11-22T10:00", TODAY, null, "en-GB")).toEqual({
      short: "Tomorrow",
      full: "Sunday 22 November, 10:00",
      late: false,
    });
  });

  it("is late from the next day on", () => {
    expect(dueLabel("2026-11-20", TODAY, TODAY)?.late).toBe(true);
    expect(dueLabel("2026-11-21T00:01", TODAY, null)?.late).toBe(false);
  });
});

it("writes a due in words that are read back", () => {
  expect(dueWords("2026-11-21", TODAY)).toBe("today");
  expect(dueWords("2026-11-22T09:00", TODAY)).toBe("tomorrow 09:00");
  expect(dueWords("2026-12-05", TODAY)).toBe("5 Dec");
  expect(dueWords("2027-01-05", TODAY)).toBe("5 Jan 2027");
});
