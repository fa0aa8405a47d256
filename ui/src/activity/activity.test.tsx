import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { actionsFor, begin, changedElsewhere } from "../detail/Stage.test-data";
import { ActivityColumn } from "./ActivityColumn";
import { entry, wrote } from "./sample.test-data";
import { TaskActivity } from "./TaskActivity";

vi.mock("../ipc/host", async () => (await import("../detail/Stage.test-data")).door);
vi.mock("../ipc/changes", async () => (await import("../detail/Stage.test-data")).changes);

const TODAY = "2026-11-21";
const user = userEvent.setup();
const turn = { group: "turn", actor: { kind: "assistant" } } as const;

function show(entries: ReturnType<typeof entry>[]) {
  const host = begin();
  host.activity = entries;
  const actions = actionsFor();
  const opened: string[] = [];
  render(
    <ActivityColumn
      ref={null}
      overview={null}
      today={TODAY}
      actions={actions}
      buttons={null}
      toaster={null}
      onShown={() => undefined}
      onOpen={(task) => opened.push(task)}
    />,
  );
  return { host, actions, opened };
}
// By selector: in long lists looking for roles takes seconds.
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-group]")];
const button = (name: string) =>
  [...document.querySelectorAll("button")].find((each) => each.textContent === name) ?? document.body;

// Nothing is laid out here.
Element.prototype.scrollIntoView = () => undefined;

it("tells what was done by day, who did it, and what changed", async () => {
  show([
    entry(4, { deed: "completed" }),
    entry(3, { actor: { kind: "client", name: "Planner" }, fields: [wrote("duration", 20, 40)] }),
    entry(2, { at: "2026-11-20T09:00:00Z", deed: "deleted", undone: true }),
  ]);
  await screen.findByText("completed “Buy milk”");
  expect(screen.getAllByRole("rowheader").map((head) => head.textContent)).toEqual(["Today", "Yesterday"]);
  const [, planned, deleted] = rows();
  expect(planned?.textContent).toMatch(/^Planner \(MCP\) changed the duration of “Buy milk”/);
  expect(planned?.textContent).toContain("Duration: 20 min → 40 min");
  expect(deleted?.textContent).toContain("taken back");
  expect(deleted && within(deleted).queryByRole("button")).toBeNull();
});

it("shows a whole turn as one line that opens, with one undo", async () => {
  const { actions } = show([
    entry(9, { ...turn, deed: "completed", subject: "Water the ferns" }),
    entry(8, { ...turn, deed: "added", subject: "Buy soil" }),
    entry(7),
  ]);
  const line = (await screen.findByText("made 2 changes")).closest<HTMLElement>("[role=row]");
  expect(line?.getAttribute("aria-expanded")).toBe("false");
  line?.focus();
  await user.keyboard("{ArrowRight}");
  expect(line?.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByText("added “Buy soil”")).toBeTruthy();
  await user.keyboard("{Tab}{Tab}{Enter}");
  expect(actions.undo).toHaveBeenCalledWith("turn");
  expect(document.activeElement).toBe(line);
  await user.keyboard("{ArrowLeft}");
  expect(screen.queryByText("added “Buy soil”")).toBeNull();
});

it("tells a deed to very many tasks as the one that it was", async () => {
  const bulk = { group: "bulk", deed: "completed", subject: "Task 0" } as const;
  show([entry(9, { ...bulk, subject: "Task 1000", count: 500 }), entry(8, { ...bulk, count: 1000 })]);
  expect(await screen.findByText("completed “Task 0” and 1,499 more")).toBeTruthy();
});

it("is walked by the arrows, and opens the task of a line", async () => {
  const { opened } = show([
    entry(3, { fields: [wrote("notes", "", "Oat")] }),
    entry(2, { deed: "completed", fields: [wrote("completed", null, "…")] }),
  ]);
  await screen.findByText("completed “Buy milk”");
  const [first, second] = rows();
  first?.focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(second);
  expect(second?.tabIndex).toBe(0);
  expect(first?.tabIndex).toBe(-1);
  await user.keyboard("o");
  expect(opened).toEqual(["task"]);
  await user.keyboard("{Home}");
  expect(document.activeElement).toBe(first);
});

it("shows what is done meanwhile, and earlier pages when they are asked for", async () => {
  const all = Array.from({ length: 130 }, (_, at) => entry(130 - at));
  const { host } = show(all);
  await waitFor(() => expect(rows()).toHaveLength(60));
  await user.click(button("Show earlier"));
  await waitFor(() => expect(rows()).toHaveLength(120));
  const [latest] = rows();
  latest?.focus();
  host.activity = [entry(131, { deed: "completed", subject: "New" }), ...all.map((one) => ({ ...one }))];
  host.activity[100] = { ...entry(31), undone: true };
  act(() => changedElsewhere(["task"]));
  await screen.findByText("completed “New”");
  expect(screen.getAllByText("taken back")).toHaveLength(1);
  expect(rows()).toHaveLength(121);
  expect(document.activeElement).toBe(latest);
  await user.click(button("Show earlier"));
  await screen.findByText("Nothing earlier is kept.");
  expect(rows()).toHaveLength(131);
}, 20_000);

it("shows one actor's doings alone, looking further back for them", async () => {
  const all = Array.from({ length: 200 }, (_, at) => entry(200 - at, at === 150 ? { ...turn } : {}));
  show(all);
  await waitFor(() => expect(rows()).toHaveLength(60));
  await user.click(screen.getByRole("button", { name: "Who did it: Everybody" }));
  await user.click(await screen.findByRole("option", { name: "Assistant" }));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(rows()[0]?.textContent).toMatch(/^Assistant changed “Buy milk”/);
});

it("stands in the details of a task, with its undo", async () => {
  const host = begin();
  host.activity = [
    entry(2, { group: "mine", fields: [wrote("priority", "p4", "p1")] }),
    entry(1, { deed: "added" }),
  ];
  const actions = actionsFor();
  render(<TaskActivity task="task" overview={null} today={TODAY} actions={actions} />);
  await screen.findByText("changed the priority");
  expect(screen.getByText("Priority: No priority → P1")).toBeTruthy();
  expect(host.all("activity")[0]).toEqual({ query: { task: "task", limit: 6 } });
  await user.click(screen.getByRole("button", { name: "Undo: changed the priority" }));
  expect(actions.undo).toHaveBeenCalledWith("mine");
});
