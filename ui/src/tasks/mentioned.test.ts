import { describe, expect, it } from "vitest";
import { mentioned, placeOf } from "./mentioned";
import { task } from "./sample.test-data";

describe("what the chat mentions", () => {
  it.each([
    ["task:018f", { kind: "task", id: "018f" }],
    ["list:018f", { kind: "list", id: "018f" }],
    ["tag:home", { kind: "tag", name: "home" }],
    ["tag:a:b", { kind: "tag", name: "a:b" }],
    ["task:", null],
    ["home", null],
    ["", null],
    ["file:///etc", null],
  ])("%s", (entity, what) => {
    expect(mentioned(entity)).toEqual(what);
  });

  it("is looked for where it is", () => {
    expect(placeOf(task({ id: "t1", list: null }))).toEqual({ kind: "inbox" });
    expect(placeOf(task({ id: "t1", list: "l1" }))).toEqual({ kind: "list", id: "l1" });
    expect(placeOf(task({ id: "t1", list: "l1", completed_at: "2026-11-21T09:00:00Z" }))).toEqual({
      kind: "completed",
    });
    expect(
      placeOf(task({ id: "t1", completed_at: "2026-11-21T09:00:00Z", deleted_at: "2026-11-21T09:00:00Z" })),
    ).toEqual({ kind: "trash" });
  });
});
