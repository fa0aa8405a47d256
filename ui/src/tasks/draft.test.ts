import { describe, expect, it } from "vitest";
import { changed, draftOf, patchOf, tagsIn } from "./draft";
import { task } from "./sample.test-data";

const before = draftOf(
  task({
    id: "a",
    title: "Buy milk",
    due: "2026-11-22",
    list: "home",
    tags: ["town", "food"],
    reminders: ["-10"],
  }),
);

describe("what of a draft is a change", () => {
  it("is nothing when nothing changed", () => {
    expect(patchOf(before, before)).toBeNull();
    expect(patchOf(before, { ...before, title: " Buy milk ", following: true })).toBeNull();
  });

  it("is only what changed", () => {
    expect(patchOf(before, { ...before, due: "2026-11-27T09:00" })).toEqual({ due: "2026-11-27T09:00" });
    expect(patchOf(before, { ...before, priority: "p1", notes: "Oat", duration: 20 })).toEqual({
      priority: "p1",
      notes: "Oat",
      duration: 20,
    });
  });

  it("moves what follows only with a date", () => {
    const moved = { ...before, due: "2026-11-27", following: true };
    expect(patchOf(before, moved)).toEqual({ due: "2026-11-27", following: true });
    expect(patchOf(before, { ...moved, due: null })).toEqual({ due: null });
  });

  it("takes things away with null", () => {
    const dated = { ...before, deadline: "2026-12-01", recurrence: "FREQ=DAILY" };
    expect(patchOf(dated, { ...dated, deadline: null, recurrence: null, list: null })).toEqual({
      deadline: null,
      recurrence: null,
      list: null,
    });
  });

  it("tells what was added to tags and reminders from what was removed", () => {
    expect(patchOf(before, { ...before, tags: ["food", "phone"], reminders: ["-30"] })).toEqual({
      add_tags: ["phone"],
      remove_tags: ["town"],
      add_reminders: ["-30"],
      remove_reminders: ["-10"],
    });
  });
});

it("reads tags as they are typed", () => {
  expect(tagsIn("@phone  town,@@home ")).toEqual(["phone", "town", "home"]);
});

it("adds and removes, each once", () => {
  expect(changed(["a", "b"], ["b", "c"], ["a"])).toEqual(["b", "c"]);
  expect(changed(["a"], undefined, undefined)).toEqual(["a"]);
});
