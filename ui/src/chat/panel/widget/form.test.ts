import { expect, it } from "vitest";
import { firstValues, withValues } from "./form";

it("knows what every kind of field has at first", () => {
  const values = firstValues({
    type: "Form",
    children: [
      { type: "Input", name: "title", defaultValue: "Milk" },
      { type: "Row", children: { type: "Textarea", name: "notes" } },
      { type: "Select", name: "list", options: [] },
      { type: "RadioGroup", name: "priority", options: [], defaultValue: "p2" },
      { type: "DatePicker", name: "due", defaultValue: "2026-11-27T09:00:00Z" },
      { type: "Checkbox", name: "again" },
      { type: "Text", value: "Home", editable: { name: "place" } },
      { type: "Text", value: "no field" },
      { type: "Input", defaultValue: "no name" },
    ],
  });
  expect(values).toEqual({
    title: "Milk",
    notes: "",
    priority: "p2",
    due: "2026-11-27",
    again: false,
    place: "Home",
  });
});

it("puts values into the payload, where dots nest and what is there stays", () => {
  const values = { title: "Milk", "task.due": "2026-11-27", "task.tags.first": "home", id: "other" };
  expect(withValues({ type: "save", payload: { id: 1, task: { list: "Home" } } }, values)).toEqual({
    type: "save",
    payload: {
      id: 1,
      title: "Milk",
      task: { list: "Home", due: "2026-11-27", tags: { first: "home" } },
    },
  });
  expect(withValues({ type: "save" }, { title: "Milk" })).toEqual({
    type: "save",
    payload: { title: "Milk" },
  });
  expect(withValues({ type: "save", payload: { a: 1 } }, { "a.b": "x" })).toEqual({
    type: "save",
    payload: { a: 1 },
  });
});

it("leaves a payload that is no object, and one without fields", () => {
  expect(withValues({ type: "save", payload: [1] }, { title: "Milk" })).toEqual({
    type: "save",
    payload: [1],
  });
  expect(withValues({ type: "save" }, {})).toEqual({ type: "save" });
});

it("lets no name reach what all objects share", () => {
  withValues({ type: "x" }, { "__proto__.polluted": "yes", "constructor.prototype.polluted": "yes" });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
