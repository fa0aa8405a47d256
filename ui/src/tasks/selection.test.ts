import { describe, expect, it } from "vitest";
import { Ids } from "./ids";
import { idOf } from "./sample.test-data";
import { edgesAt, Selection } from "./selection";

const view = Ids.of([1, 2, 3, 4, 5].map(idOf));
const none = Selection.none.within(view);

describe("the selection", () => {
  it("holds single tasks, in the order of the view", () => {
    const both = none.toggle(3).toggle(1);
    expect(both.count).toBe(2);
    expect(both.list()).toEqual([idOf(2), idOf(4)]);
    expect(both.anchor).toBe(idOf(2));
    expect(both.toggle(3).list()).toEqual([idOf(2)]);
    expect([0, 1, 2, 3, 4].map((place) => both.has(place))).toEqual([false, true, false, true, false]);
  });

  it("holds runs, those that overlap once", () => {
    const range = Selection.of(
      view,
      [
        [3, 5],
        [0, 2],
        [1, 2],
      ],
      idOf(1),
    );
    expect(range.list()).toEqual([1, 2, 4, 5].map(idOf));
    expect(range.count).toBe(4);
    expect(range.has(2)).toBe(false);
    expect(range.has(4)).toBe(true);
    expect(range.has(5)).toBe(false);
  });

  it("lets one of many go", () => {
    const all = Selection.of(view, [[0, 5]], null).toggle(2);
    expect(all.list()).toEqual([1, 2, 4, 5].map(idOf));
    expect(all.toggle(2).count).toBe(5);
    expect(all.toggle(9)).toBe(all);
  });

  it("stays with its tasks when the view changes, without what left it and what came", () => {
    const some = Selection.of(view, [[1, 4]], idOf(2)).within(Ids.of([4, 9, 3].map(idOf)));
    expect(some.list()).toEqual([idOf(4), idOf(3)]);
    expect(some.anchor).toBe(idOf(2));
    expect(some.within(view).list()).toEqual([idOf(3), idOf(4)]);
  });

  it("lets all go and remembers where a range begins", () => {
    const gone = none.toggle(1).from(idOf(3));
    expect(gone.count).toBe(0);
    expect(gone.anchor).toBe(idOf(3));
    expect(gone.from(idOf(3))).toBe(gone);
  });
});

it("finds the places of several ids in one pass", () => {
  const places = view.placesOf([idOf(4), idOf(1), idOf(7), "no id"]);
  expect(Object.fromEntries(places)).toEqual({ [idOf(4)]: 3, [idOf(1)]: 0 });
  expect(view.placeOf(idOf(3), 2)).toBe(2);
  expect(view.placeOf(idOf(3), 4)).toBe(2);
});

it("knows where chosen lines touch", () => {
  const chosen = (line: number) => [1, 2, 3, 5].includes(line);
  expect([0, 1, 2, 3, 4, 5].map((line) => edgesAt(line, chosen))).toEqual([
    undefined,
    "first",
    "",
    "last",
    undefined,
    "first last",
  ]);
});
