import { expect, it } from "vitest";
import { readWidget } from "./widget";

const press = { type: "plan", payload: { at: "9:30" } };

it("reads a widget's words in their order, and its buttons", () => {
  const { lines, buttons } = readWidget({
    type: "Card",
    children: [
      { type: "Title", value: "Before lunch" },
      { type: "Row", children: { type: "Text", value: "Send the reading" } },
      { type: "Caption", value: "Home" },
      { type: "Button", label: "Plan", style: "primary", onClickAction: press },
      { type: "Button", label: "Delete", color: "danger", onClickAction: { type: "x", streaming: false } },
    ],
  });
  expect(lines).toEqual([
    { kind: "words", words: "Before lunch", look: "strong" },
    { kind: "words", words: "Send the reading", look: "plain" },
    { kind: "words", words: "Home", look: "quiet" },
  ]);
  expect(buttons).toEqual([
    { label: "Plan", action: press, quick: false, danger: false, first: true },
    { label: "Delete", action: { type: "x" }, quick: true, danger: true, first: false },
  ]);
});

it("has no buttons that could do nothing: the page's own, those of forms, those that are off", () => {
  const button = { type: "Button", label: "Go" };
  const { lines, buttons } = readWidget({
    type: "Card",
    children: [
      button,
      { ...button, disabled: true, onClickAction: press },
      { ...button, onClickAction: { ...press, handler: "client" } },
      {
        type: "Form",
        children: [
          { type: "Input", name: "title", label: "not shown" },
          { ...button, submit: true, onClickAction: press },
        ],
      },
    ],
  });
  expect(buttons).toEqual([]);
  expect(lines).toEqual([]);
});

it("takes a card's own buttons, and rows that can be pressed", () => {
  const card = readWidget({
    type: "Card",
    children: [{ type: "Text", value: "14 tasks" }],
    confirm: { label: "Move 14 to the trash", action: press },
    cancel: { label: "Keep them", action: { type: "keep" } },
  });
  expect(card.buttons.map(({ label }) => label)).toEqual(["Move 14 to the trash", "Keep them"]);
  const form = readWidget({
    type: "Card",
    asForm: true,
    children: [],
    confirm: { label: "Save", action: press },
  });
  expect(form.buttons).toEqual([]);
  const { lines } = readWidget({
    type: "ListView",
    children: [
      {
        type: "ListViewItem",
        onClickAction: press,
        children: [
          { type: "Text", value: "Dentist" },
          { type: "Caption", value: "10:30" },
        ],
      },
    ],
  });
  expect(lines).toMatchObject([{ kind: "row", words: ["Dentist", "10:30"], button: { action: press } }]);
});
