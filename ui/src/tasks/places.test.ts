import { describe, expect, it } from "vitest";
import { listColours } from "../design/colours";
import type { Overview } from "../ipc/bindings/Overview";
import { placeKey, placeName, placeNow, viewOf } from "./places";

const list = (id: string, part = {}) => ({
  list: { id, name: `List ${id}`, colour: null, archived_at: null, deleted_at: null, ...part },
  open: 0,
});
const overview: Overview = {
  lists: [list("b"), list("a", { colour: "violet" }), list("c")],
  filters: [{ id: "f", name: "Quick ones", query: "duration < 15", colour: null, deleted_at: null }],
  tags: [],
  inbox: 0,
  today: 0,
  overdue: 0,
  upcoming: 0,
  someday: 0,
  open: 0,
};
const filter = { kind: "filter", id: "f", query: "duration < 15" } as const;

describe("the place of a saved filter", () => {
  it("is named by the filter, and asks for its query alone", () => {
    expect(placeName(filter, overview)).toBe("Quick ones");
    expect(placeName(filter, null)).toBe("");
    expect(viewOf(filter)).toEqual({ kind: "filter", query: "duration < 15" });
  });

  it("follows the filter, and ends with it", () => {
    expect(placeNow(filter, overview)).toBe(filter);
    const old = { ...filter, query: "@phone" };
    expect(placeKey(old)).not.toBe(placeKey(filter));
    expect(placeNow(old, overview)).toEqual(filter);
    expect(placeNow(filter, { ...overview, filters: [] })).toEqual({ kind: "inbox" });
  });
});

it("leaves a list that is gone, and no other place", () => {
  expect(placeNow({ kind: "list", id: "z" }, overview)).toEqual({ kind: "inbox" });
  const here = { kind: "list", id: "a" } as const;
  expect(placeNow(here, overview)).toBe(here);
  expect(placeNow({ kind: "someday" }, overview)).toEqual({ kind: "someday" });
});

it("gives each list its own colour, or one in turn that stays", () => {
  const colours = listColours(overview);
  expect(colours.get("a")).toBe("violet");
  const more = listColours({ ...overview, lists: [list("d"), ...overview.lists] });
  for (const id of ["a", "b", "c"]) expect(more.get(id)).toBe(colours.get(id));
});
