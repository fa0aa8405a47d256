import { describe, expect, it } from "vitest";
import { draftOf, patchOf, tagsIn } from "./draft";
import { task } from "./sample.test-data";

const before = draftOf(
  task({ id: "a", title: "Buy milk", due: "2026-11-22", tags: ["town", "food"] }),
  "Home",
  "2026-11-21",
);

describe("what of a draft is a change", () => {
  it("is nothing when nothing changed", () => {
    expect(patchOf(before, before)).toBeNull();
    expect(patchOf(before, { ...before, title: " Buy milk " })).toBeNull();
  });

  it("is only what changed", () => {
    expect(patchOf(before, { ...before, due: "friday 9:00" })).toEqual({ due: "friday 9:00" });
    expect(patchOf(before, { ...before, priority: "p1", notes: "Oat" })).toEqual({
      priority: "p1",
      notes: "Oat",
    });
  });

  it("takes a date or a list away with null", () => {
    expect(patchOf(before, { ...before, due: "", list: " " })).toEqual({ due: null, list: null });
  });

  it("tells added tags from removed ones", () => {
    expect(patchOf(before, { ...before, tags: ["food"], newTag: "@phone, food" })).toEqual({
      add_tags: ["phone"],
      remove_tags: ["town"],
    });
  });
});

it("reads tags as they are typed", () => {
  expect(tagsIn("@phone  town,@@home ")).toEqual(["phone", "town", "home"]);
});
