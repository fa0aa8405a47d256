import { act, fireEvent, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useShortcuts } from "./shortcuts";

const key = (name: string, ctrlKey = false) => ({
  key: name,
  ctrlKey,
  metaKey: false,
  shiftKey: false,
  altKey: false,
});

it("runs the command of a key, pressed here or in the chat's page, but none under a dialog", () => {
  const ran: string[] = [];
  const { result } = renderHook(() => useShortcuts((command) => ran.push(command), true));
  fireEvent.keyDown(document.body, key("z", true));
  act(() => result.current(key("k", true)));
  act(() => result.current(key("Escape")));
  act(() => result.current(key("c", true)));
  expect(ran).toEqual(["undo", "palette", "back"]);
  const dialog = document.createElement("div");
  dialog.setAttribute("role", "dialog");
  document.body.append(dialog);
  act(() => result.current(key("k", true)));
  fireEvent.keyDown(document.body, key("k", true));
  dialog.remove();
  expect(ran).toHaveLength(3);
});

it("lets no key that the chat's page claims change anything", () => {
  const ran: string[] = [];
  const { result } = renderHook(() => useShortcuts((command) => ran.push(command), true));
  for (const name of ["z", "Z", "y", "n", "?", "/"]) {
    for (const ctrlKey of [true, false]) {
      act(() => result.current(key(name, ctrlKey)));
      act(() => result.current({ ...key(name, ctrlKey), shiftKey: true }));
      act(() => result.current({ ...key(name), metaKey: ctrlKey }));
    }
  }
  expect(ran).toEqual([]);
});
