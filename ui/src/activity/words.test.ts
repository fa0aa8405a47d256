import { describe, expect, it } from "vitest";
import { entry, wrote } from "./sample.test-data";
import { actorName, deedWords, fieldWords, isTold, namedTasks, type Names } from "./words";

const names: Names = {
  today: "2026-11-21",
  list: (id) => (id === "home" ? "Home" : undefined),
  task: (id) => (id === "trip" ? "The trip" : undefined),
};

describe("who", () => {
  it("is told by name", () => {
    expect(actorName({ kind: "person" })).toBe("You");
    expect(actorName({ kind: "client", name: "Planner" })).toBe("Planner (MCP)");
    expect(actorName({ kind: "device", name: "Old laptop" })).toBe("Old laptop");
  });
});

describe("what was done", () => {
  it("names the task, or calls it it", () => {
    const done = entry(1, { deed: "completed" });
    expect(deedWords(done, false)).toBe("completed “Buy milk”");
    expect(deedWords(done, true)).toBe("completed it");
    expect(deedWords(entry(1, { deed: "deleted", count: 3 }), false)).toBe(
      "moved “Buy milk” and 2 more to the trash",
    );
    expect(deedWords(entry(1, { deed: "reversed" }), true)).toBe("took back a change of it");
    expect(deedWords(entry(1, { deed: "reversed" }), true, true)).toBe("did again a change of it");
  });

  it("names the field of an edit that wrote one", () => {
    const notes = entry(1, { fields: [wrote("notes", "", "Oat")] });
    expect(deedWords(notes, true)).toBe("changed the notes");
    expect(deedWords(notes, false)).toBe("changed the notes of “Buy milk”");
    const tags = entry(1, { fields: [wrote("tag:a", null, true), wrote("tag:b", null, true)] });
    expect(deedWords(tags, true)).toBe("changed the tags");
    const both = entry(1, { fields: [wrote("notes", "", "Oat"), wrote("priority", null, "p1")] });
    expect(deedWords(both, true)).toBe("changed it");
    expect(deedWords(entry(1, { fields: [wrote("mood", null, "calm")] }), true)).toBe("changed it");
  });
});

describe("a field", () => {
  it.each([
    [wrote("due", "2026-11-19", "2026-11-22"), "Due: Thu 19 → Tomorrow"],
    [wrote("due", null, "2026-11-21T10:00"), /^Due: Today, 10:00( AM)?$/],
    [wrote("due", "2026-11-21", null), "Due: Today → none"],
    [wrote("list", null, "home"), "List: Inbox → Home"],
    [wrote("list", "home", "gone"), "List: Home → a list that is gone"],
    [wrote("parent", null, "trip"), "Parent task: The trip"],
    [wrote("duration", 20, 90), "Duration: 20 min → 1 h 30 min"],
    [wrote("priority", "p4", "p1"), "Priority: No priority → P1"],
    [wrote("recurrence", null, "FREQ=WEEKLY;BYDAY=FR"), "Repeat: every Friday"],
    [wrote("tag:phone", null, true), "Tag: @phone"],
    [wrote("tag:phone", true, null), "Tag: @phone removed"],
    [wrote("reminder:-30", null, true), /^Reminder: 30 min\w* before$/],
    [wrote("reminder:-0", true, null), /^Reminder: .* removed$/],
    [wrote("colour", "red", "sky"), "Colour: red → sky blue"],
    [wrote("title", "Milk", "Buy\nmilk"), "Title: Milk → Buy milk"],
    [wrote("completed", null, "…", { occurrence: "2026-11-21" }), "Completed: Today"],
    [wrote("due", null, "2026-11-22", { occurrence: "2026-11-21" }), "Due of Today: Tomorrow"],
    [wrote("mood", null, { deep: 1 }), 'Another field: {"deep":1}'],
  ])("is told as it was and became: %o", (change, words) => {
    const told = fieldWords(change, names);
    if (words instanceof RegExp) expect(told).toMatch(words);
    else expect(told).toBe(words);
  });

  it("is cut where it is long", () => {
    expect(fieldWords(wrote("notes", "", "word ".repeat(50)), names).length).toBeLessThan(100);
  });

  it("is told only where it says more than the deed", () => {
    expect(isTold({ deed: "added" }, wrote("title", null, "Buy milk"))).toBe(false);
    expect(isTold({ deed: "edited" }, wrote("title", "Milk", "Buy milk"))).toBe(true);
    expect(isTold({ deed: "completed" }, wrote("completed", null, "…"))).toBe(false);
    expect(isTold({ deed: "completed" }, wrote("completed", null, "…", { occurrence: "2026-11-21" }))).toBe(
      true,
    );
    expect(isTold({ deed: "moved" }, wrote("position", "a", "b"))).toBe(false);
    expect(isTold({ deed: "edited" }, wrote("notes", "a", "a"))).toBe(false);
  });
});

it("knows of which tasks it needs the titles", () => {
  const entries = [
    entry(2, { fields: [wrote("parent", "a", "b")] }),
    entry(1, { count: 2, fields: [wrote("due", null, null, { task: "c" })] }),
  ];
  expect(namedTasks(entries)).toEqual(["a", "b", "c"]);
});
