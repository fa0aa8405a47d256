import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Overview } from "../ipc/bindings/Overview";
import type { Place } from "../tasks/places";
import { SideList } from "./SideList";

const list = (id: string, name: string, archived_at: string | null = null) => ({
  list: { id, name, colour: "teal" as const, archived_at, deleted_at: null },
  open: 2,
});
const overview: Overview = {
  lists: [list("b", "Work"), list("a", "Home"), list("c", "Old house", "2026-01-01T00:00:00Z")],
  filters: [{ id: "f", name: "Quick ones", query: "duration < 15", colour: "red", deleted_at: null }],
  tags: [],
  inbox: 0,
  today: 0,
  overdue: 0,
  upcoming: 0,
  someday: 0,
  open: 4,
};

function side(shown: Overview, place: Place = { kind: "inbox" }) {
  const gone: Place[] = [];
  render(<SideList overview={shown} place={place} onGo={(to) => gone.push(to)} />);
  return gone;
}
const names = () => screen.getAllByRole("button").map((button) => button.getAttribute("aria-label") ?? "");

it("shows lists in their own order and colour, without the archived", () => {
  side(overview);
  const shown = names().filter((name) => /Work|Home|Old house/.test(name));
  expect(shown).toEqual(["Work, 2 tasks", "Home, 2 tasks"]);
  const dot = screen.getByRole("button", { name: /^Work/ }).querySelector<HTMLElement>(".dot");
  expect(dot?.dataset["colour"]).toBe("teal");
});

it("goes to a saved filter, with its query", async () => {
  const gone = side(overview);
  await userEvent.click(screen.getByRole("button", { name: "Quick ones" }));
  expect(gone).toEqual([{ kind: "filter", id: "f", query: "duration < 15" }]);
});

it("marks the filter in which one is", () => {
  side(overview, { kind: "filter", id: "f", query: "duration < 15" });
  expect(screen.getByRole("button", { name: "Quick ones" }).getAttribute("aria-current")).toBe("page");
});

it.each([
  [0, { kind: "inbox" } as const, false],
  [3, { kind: "inbox" } as const, true],
  // Whoever is there when the last one goes is still somewhere.
  [0, { kind: "someday" } as const, true],
])("with %i tasks for someday, seen from %o, shows it: %s", (someday, place, shown) => {
  side({ ...overview, someday }, place);
  expect(names().some((name) => name.startsWith("Someday"))).toBe(shown);
});
