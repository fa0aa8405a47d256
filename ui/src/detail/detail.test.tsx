import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "../ipc/bindings/Task";
import { idOf, task } from "../tasks/sample.test-data";
import { DetailPane } from "./DetailPane";
import { drafts } from "./saving";
import { actionsFor, begin, changedElsewhere, type Host } from "./Stage.test-data";
// Loaded when they are needed; here they are there at once.
import "./OneTask";
import "./notes/NotesText";

vi.mock("../ipc/host", async () => (await import("./Stage.test-data")).door);
vi.mock("../ipc/changes", async () => (await import("./Stage.test-data")).changes);

// Nothing is laid out here.
Element.prototype.scrollIntoView = () => undefined;

const refusal = { code: "disk_full", message: "The disk is full. Free some space." } as const;
let host: Host;
let actions: ReturnType<typeof actionsFor>;
let opened: string[];
let number = 100;
const user = userEvent.setup();

function pane(id: string | null) {
  return (
    <DetailPane
      ref={null}
      task={id}
      overview={null}
      today="2026-11-21"
      actions={actions}
      onClose={() => undefined}
      onOpen={(task) => opened.push(task)}
      onAllActivity={() => undefined}
    />
  );
}

/** Each test has a task of its own: what is typed over it is kept beyond the pane. */
function laptops(part: Partial<Task> = {}): Task {
  number += 10;
  return task({ id: idOf(number), title: "Back up both laptops", ...part });
}
async function show(first: Task, ...others: Task[]) {
  host = begin(first, ...others);
  const shown = render(pane(first.id));
  await screen.findByRole("heading", { name: new RegExp(first.title) });
  return shown;
}
beforeEach(() => {
  actions = actionsFor();
  opened = [];
});

describe("a field", () => {
  it("is typed in its place and saves by Enter, which gives the keyboard back", async () => {
    const first = laptops({ start: "2026-11-22" });
    await show(first);
    await user.click(screen.getByRole("button", { name: /^Start: .*Edit$/ }));
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Start" });
    expect(field.value).toBe("tomorrow");
    await user.clear(field);
    await user.type(field, "someday{Enter}");
    expect(host.all("edit_tasks")).toEqual([{ ids: [first.id], patch: { start: "someday" } }]);
    await waitFor(() =>
      expect(document.activeElement?.getAttribute("aria-label")).toBe("Start: Someday. Edit"),
    );
  });

  it("is chosen in a popover, and the keyboard goes to where it stands then", async () => {
    const first = laptops();
    await show(first);
    await user.click(screen.getByRole("button", { name: "Priority" }));
    await user.click(await screen.findByRole("option", { name: "Priority 1" }));
    await waitFor(() => expect(host.tasks[0]?.priority).toBe("p1"));
    const button = await screen.findByRole("button", { name: "Priority: Priority 1. Edit" });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it("saves when it is left, and not when Escape ends it", async () => {
    const first = laptops();
    await show(first);
    await user.click(screen.getByRole("button", { name: /^Title: / }));
    await user.keyboard("Back up all laptops");
    await user.tab();
    await waitFor(() => expect(host.all("edit_tasks")).toHaveLength(1));
    expect(host.all("edit_tasks")[0]).toMatchObject({ patch: { title: "Back up all laptops" } });
    await user.click(await screen.findByRole("button", { name: /^Title: Back up all laptops/ }));
    await user.keyboard("Nonsense{Escape}");
    expect(host.all("edit_tasks")).toHaveLength(1);
    expect(screen.getByRole("heading", { name: /Back up all laptops/ })).toBeTruthy();
  });

  it("keeps what could not be saved, with ways on", async () => {
    const first = laptops();
    const { rerender } = await show(first);
    host.failure = refusal;
    await user.click(screen.getByRole("button", { name: /^Title: / }));
    await user.keyboard("Back up all laptops{Enter}");
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain("The disk is full.");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Title" }).value).toBe(
      "Back up all laptops",
    );
    await user.click(within(notice).getByRole("button", { name: "Copy the text" }));
    expect(await navigator.clipboard.readText()).toBe("Back up all laptops");
    // It is there when somebody comes back.
    rerender(pane(null));
    rerender(pane(first.id));
    const again = await screen.findByRole("alert");
    host.failure = null;
    await user.click(within(again).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(host.tasks[0]?.title).toBe("Back up all laptops"));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(drafts.any()).toBe(false);
  });

  it("is saved when another task is chosen, and said where it could not be", async () => {
    const first = laptops();
    const { rerender } = await show(first);
    await user.click(screen.getByRole("button", { name: "Add notes" }));
    await user.keyboard("Blue drive");
    rerender(pane(null));
    await waitFor(() => expect(host.tasks[0]?.notes).toBe("Blue drive"));
    rerender(pane(first.id));
    await user.click(await screen.findByRole("button", { name: "Edit the notes" }));
    host.failure = refusal;
    await user.keyboard(", not the old one");
    rerender(pane(null));
    await waitFor(() => expect(actions.said.join()).toContain("“Back up both laptops” could not be saved"));
    drafts.drop(first.id, "notes");
  });

  it("shows what changed elsewhere, but not over what is being typed", async () => {
    const first = laptops();
    await show(first);
    await user.click(screen.getByRole("button", { name: /^Title: / }));
    await user.keyboard("Mine");
    host.change([first.id], (now) => ({ ...now, title: "Theirs", priority: "p1" }));
    act(() => changedElsewhere([first.id]));
    await screen.findByRole("button", { name: "Priority: Priority 1. Edit" });
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Title" }).value).toBe("Mine");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(host.tasks[0]).toMatchObject({ title: "Mine", priority: "p1" }));
    host.change([first.id], (now) => ({ ...now, title: "Theirs again" }));
    act(() => changedElsewhere([first.id]));
    // A refresh after slow ones is given a rest first.
    await screen.findByRole("heading", { name: /Theirs again/ }, { timeout: 4000 });
  });

  it("that could not be changed says why, and is tried again", async () => {
    const first = laptops();
    await show(first);
    host.failure = refusal;
    await user.click(screen.getByRole("button", { name: "Duration" }));
    await user.keyboard("1 h 30{Enter}");
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain("The disk is full.");
    host.failure = null;
    await user.click(within(notice).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(host.tasks[0]?.duration).toBe(90));
    await screen.findByRole("button", { name: /^Duration: for about 1 h 30 min/ });
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("subtasks", () => {
  const below = (parent: Task, at: number, part: Partial<Task> = {}) =>
    task({ id: idOf(number + at), parent: parent.id, ...part });

  it("say how far they are, and are completed, moved and opened by key", async () => {
    const first = laptops();
    const one = below(first, 1, { title: "Old laptop" });
    const two = below(first, 2, { title: "New laptop", completed_at: "2026-11-21T09:00:00Z" });
    await show(first, one, two);
    await screen.findByText("1 of 2 subtasks done");
    const row = screen.getByRole("button", { name: "Edit: Old laptop" });
    row.focus();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(host.all("place_tasks")).toEqual([{ ids: [one.id], beside: { kind: "after", id: two.id } }]);
    await user.keyboard(" ");
    expect(actions.complete).toHaveBeenCalledWith(expect.objectContaining({ id: one.id }), true);
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Edit: New laptop" }));
    await user.keyboard("o");
    expect(opened).toEqual([two.id]);
  });

  it("are added one after the other; what could not be added stays in the field", async () => {
    const first = laptops();
    await show(first);
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Add a subtask" });
    await user.type(field, "Put the drive back{Enter}");
    expect(host.all("add_subtask")).toEqual([{ parent: first.id, text: "Put the drive back" }]);
    expect(document.activeElement).toBe(field);
    await waitFor(() => expect(field.value).toBe(""));
    host.failure = refusal;
    await user.type(field, "Label it{Enter}");
    await screen.findByRole("alert");
    expect(field.value).toBe("Label it");
    drafts.drop(first.id, "subtask");
  });
});

it("says that a task is gone", async () => {
  host = begin();
  render(pane(idOf(1)));
  await screen.findByText("This task is gone");
});
