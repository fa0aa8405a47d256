import { expect, it } from "vitest";
import { indentOf } from "./indent";
import { task } from "./sample.test-data";

it("indents by the parents that are loaded, three levels at the most", () => {
  const chain = ["a", "b", "c", "d", "e", "f"].map((id, at, all) =>
    task({ id, title: id.toUpperCase(), parent: all[at - 1] ?? null }),
  );
  const loaded = new Map(chain.map((each) => [each.id, each]));
  expect(chain.map((each) => indentOf(each, loaded)?.depth ?? 0)).toEqual([0, 1, 2, 3, 3, 3]);
  expect(indentOf(task({ id: "x", parent: "b" }), loaded)).toEqual({ depth: 2, parent: "B" });
  expect(indentOf(task({ id: "x", parent: "gone" }), loaded)).toBeNull();
  loaded.delete("a");
  expect(indentOf(task({ id: "x", parent: "b" }), loaded)?.depth).toBe(1);
});

it("ends where parents are below each other", () => {
  const loaded = new Map([
    ["a", task({ id: "a", parent: "b" })],
    ["b", task({ id: "b", parent: "a" })],
  ]);
  expect(indentOf(task({ id: "x", parent: "a" }), loaded)?.depth).toBe(3);
});
