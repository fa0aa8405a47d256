import { expect, it } from "vitest";
import { task } from "../tasks/sample.test-data";
import { reader, wordsOf } from "./fields";

it("writes a field in words that are read back", () => {
  const on = (start: string | null) => wordsOf("start", task({ id: "a", start }), "2026-11-21");
  expect(on("2026-11-22")).toBe("tomorrow");
  expect(on("someday")).toBe("someday");
  expect(on(null)).toBe("");
});

it("clears a start without words, and refuses a task without a title", async () => {
  expect(await reader("start")(" ")).toEqual({ start: null });
  expect(await reader("start")(" friday ")).toEqual({ start: "friday" });
  expect(await reader("title")(" Buy milk ")).toEqual({ title: "Buy milk" });
  expect(() => reader("title")("  ")).toThrow("A task needs a title.");
});
