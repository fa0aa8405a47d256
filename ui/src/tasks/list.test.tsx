import { act, render, renderHook, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CommandProvider } from "../keys/registry";
import { ListHost } from "./host.test-data";
import { ListColumn } from "./ListColumn";
import type { TaskPlace } from "./places";
import { idOf, task } from "./sample.test-data";
import { useActions } from "./useActions";
// Loaded when they are needed; here they are there at once.
import "./BulkBar";
import "./EmptyTrash";
import "./pickers/all";
import "./TaskMenu";

const TODAY = "2026-11-21";
const far = vi.hoisted((): { answer: (name: string, args: never) => unknown } => ({ answer: () => null }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args: never) => Promise.resolve().then(() => far.answer(name, args)),
  channel: () => null,
}));

let host: ListHost;
beforeEach(() => {
  host = new ListHost();
  host.tasks = ["Apples", "Bread", "Carrots", "Dates"].map((title, n) => task({ id: idOf(n + 1), title }));
  far.answer = (name, args) => host.answer(name, args);
  // jsdom lays nothing out: the window is as high as fifteen rows.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(800);
  Element.prototype.scrollTo = () => undefined;
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

function Column({ place }: { place: TaskPlace }) {
  const { actions, trouble, closeTrouble, toast } = useActions();
  return (
    <ListColumn
      ref={null}
      place={place}
      overview={null}
      today={TODAY}
      actions={actions}
      trouble={trouble}
      closeTrouble={closeTrouble}
      onGo={() => undefined}
      onActive={() => undefined}
      detail={null}
      onLeaveSearch={() => undefined}
      onShown={() => undefined}
      buttons={null}
      toaster={
        toast && (
          <p>
            {toast.message}
            <button type="button" onClick={() => void actions.undo(toast.group)}>
              Take back
            </button>
          </p>
        )
      }
    />
  );
}

async function list(place: TaskPlace = { kind: "inbox" }) {
  const user = userEvent.setup();
  render(
    <CommandProvider>
      <Column place={place} />
    </CommandProvider>,
  );
  const first = await waitFor(() => {
    const row = screen.getAllByRole("row").find((each) => each.tabIndex === 0);
    if (!row) throw new Error("no row yet");
    return row;
  });
  act(() => first.focus());
  return user;
}
const at = () => document.activeElement?.querySelector(".title")?.textContent ?? "";
const selected = () =>
  screen.getAllByRole("row", { selected: true }).map((row) => row.querySelector(".title")?.textContent);

describe("the keyboard in the list", () => {
  it("goes up and down, to the ends, and by letters", async () => {
    const user = await list();
    await user.keyboard("jj");
    expect(at()).toBe("Carrots");
    await user.keyboard("k{End}");
    expect(at()).toBe("Dates");
    await user.keyboard("{Home}{ArrowDown}");
    expect(at()).toBe("Bread");
  });

  it("selects a range with Shift, says how many, and lets go with Esc", async () => {
    const user = await list();
    await user.keyboard("j{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(selected()).toEqual(["Bread", "Carrots", "Dates"]);
    expect(screen.getByText("3 selected")).toBeTruthy();
    await user.keyboard("{Shift>}{ArrowUp}{/Shift}");
    expect(selected()).toEqual(["Bread", "Carrots"]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("row", { selected: true })).toBeNull();
    await user.keyboard("{Control>}a{/Control}");
    expect(selected()).toHaveLength(4);
  });

  it("acts on all that are selected in one call", async () => {
    const user = await list();
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}1");
    await waitFor(() =>
      expect(host.of("edit_tasks")).toEqual([{ ids: [idOf(1), idOf(2)], patch: { priority: "p1" } }]),
    );
    await user.keyboard(" ");
    await waitFor(() =>
      expect(host.of("complete_tasks")).toEqual([{ ids: [idOf(1), idOf(2)], completed: true }]),
    );
    expect(await screen.findByText("Completed 2 tasks.")).toBeTruthy();
  });

  it("leaves the second key of a sequence to the window", async () => {
    const user = await list();
    await user.keyboard("gt");
    expect(screen.queryByRole("dialog")).toBeNull();
    await user.keyboard("t");
    expect(await screen.findByRole("dialog", { name: "Reschedule" })).toBeTruthy();
  });

  it("reschedules in the popover and comes back to the row", async () => {
    const user = await list();
    await user.keyboard("jt");
    await screen.findByRole("dialog");
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    await waitFor(() =>
      expect(host.of("edit_tasks")).toEqual([{ ids: [idOf(2)], patch: { due: "2026-11-22" } }]),
    );
    await waitFor(() => expect(at()).toBe("Bread"));
  });

  it("lets Tab leave until somebody works in the list, and again after Esc", async () => {
    const user = await list();
    await user.tab();
    expect(document.activeElement?.closest('[role="treegrid"]')).toBeNull();
    await user.tab({ shift: true });
    expect(host.of("edit_tasks")).toEqual([]);
    await user.keyboard("j{Tab}");
    await waitFor(() =>
      expect(host.of("edit_tasks")).toEqual([{ ids: [idOf(2)], patch: { parent: idOf(1) } }]),
    );
    await user.keyboard("{Escape}{Tab}");
    expect(document.activeElement?.closest('[role="treegrid"]')).toBeNull();
    expect(host.of("edit_tasks")).toHaveLength(1);
  });

  it("moves a task among its siblings, and says where that can't be", async () => {
    const user = await list();
    await user.keyboard("j{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() =>
      expect(host.of("place_tasks")).toEqual([{ ids: [idOf(2)], beside: { kind: "before", id: idOf(1) } }]),
    );
    await user.keyboard("{Home}{Alt>}{ArrowUp}{/Alt}");
    expect(await screen.findByText(/first already/)).toBeTruthy();
  });

  it("adds below the current task, in one step", async () => {
    const user = await list();
    await user.keyboard("j{Enter}");
    await user.keyboard("Butter{Enter}");
    await user.click(await screen.findByRole("button", { name: "Take back" }));
    expect(host.of("add_task")).toEqual([
      { text: "Butter", refused: [], list: null, due: null, after: idOf(2) },
    ]);
    await waitFor(() => expect(host.of("undo")).toEqual([{ group: "g1" }]));
  });

  it("duplicates the current task, or all that are selected", async () => {
    const user = await list();
    await user.keyboard("j{Control>}d{/Control}");
    await waitFor(() => expect(host.of("duplicate_tasks")).toEqual([{ ids: [idOf(2)] }]));
    expect(await screen.findByText(/^Duplicated “/)).toBeTruthy();
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}");
    await waitFor(() => expect(host.of("duplicate_tasks")[1]).toEqual({ ids: [idOf(2), idOf(3)] }));
    expect(await screen.findByText("Duplicated 2 tasks.")).toBeTruthy();
  });

  it("finds a title by its first letters, and comes back with Esc", async () => {
    const user = await list();
    await user.keyboard("/da");
    await user.keyboard("{Enter}");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(at()).toBe("Dates"));
  });

  it("opens a menu with what can be done", async () => {
    const user = await list();
    await user.keyboard("{Shift>}{F10}{/Shift}");
    const names = (await screen.findAllByRole("menuitem")).map((item) => item.textContent);
    expect(names.some((name) => name.startsWith("Complete"))).toBe(true);
    expect(names.some((name) => name.startsWith("Restore"))).toBe(false);
  });
});

describe("the pointer in the list", () => {
  it("adds to the selection with Ctrl and takes a range with Shift", async () => {
    const user = await list();
    await user.click(screen.getByText("Apples"));
    await user.keyboard("{Control>}");
    await user.click(screen.getByText("Carrots"));
    await user.keyboard("{/Control}");
    expect(selected()).toEqual(["Apples", "Carrots"]);
    await user.keyboard("{Shift>}");
    await user.click(screen.getByText("Dates"));
    await user.keyboard("{/Shift}");
    expect(selected()).toEqual(["Carrots", "Dates"]);
    await user.click(screen.getByText("Bread"));
    expect(screen.queryByRole("row", { selected: true })).toBeNull();
  });
});

it("restores in the trash, and offers nothing else there", async () => {
  host.tasks = host.tasks.map((each) => ({ ...each, deleted_at: "2026-11-20T09:00:00Z" }));
  const user = await list({ kind: "trash" });
  await user.keyboard("t1e");
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.keyboard(" ");
  await waitFor(() => expect(host.of("restore_tasks")).toEqual([{ ids: [idOf(1)] }]));
  expect(host.of("edit_tasks")).toEqual([]);
});

it("empties the trash after a question that names the number", async () => {
  host.tasks = host.tasks.map((each) => ({ ...each, deleted_at: "2026-11-20T09:00:00Z" }));
  const user = await list({ kind: "trash" });
  await user.click(screen.getByRole("button", { name: "Empty the trash…" }));
  expect(await screen.findByText(/^Delete 4 tasks for good\?/)).toBeTruthy();
  await user.keyboard("{Enter}"); // the safe answer has the keyboard
  expect(host.of("empty_trash")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Empty the trash…" }));
  await user.click(await screen.findByRole("button", { name: "Delete 4 tasks for good" }));
  expect(await screen.findByText("4 tasks are gone for good.")).toBeTruthy();
});

it("does many in several calls, and takes all of them back with one undo", async () => {
  const ids = Array.from({ length: 2500 }, (_, n) => idOf(n));
  host.tasks = ids.map((id) => task({ id }));
  const { result } = renderHook(() => useActions());
  await act(() => result.current.actions.completeAll(ids, true));
  expect(host.of("complete_tasks").map((args) => (args["ids"] as string[]).length)).toEqual([
    1000, 1000, 500,
  ]);
  // All of them are parts of the first one's group, which the host takes back as one.
  expect(host.of("complete_tasks").map((args) => args["group"])).toEqual([undefined, "g1", "g1"]);
  expect(result.current.toast).toMatchObject({ message: "Completed 2,500 tasks.", group: "g1" });
  await act(() => result.current.actions.undo("g1"));
  expect(host.of("undo")).toEqual([{ group: "g1" }]);
});

it("says how far it came when a later call fails, and goes on from there", async () => {
  const ids = Array.from({ length: 1500 }, (_, n) => idOf(n));
  host.tasks = ids.map((id) => task({ id }));
  let fails = true;
  far.answer = (name, args) => {
    if (name === "delete_tasks" && fails && host.of("delete_tasks").length === 1)
      throw Object.assign(new Error("The disk is full."), {
        code: "disk_full",
        message: "The disk is full.",
      });
    return host.answer(name, args);
  };
  const { result } = renderHook(() => useActions());
  await act(() => result.current.actions.removeAll(ids));
  expect(result.current.toast?.message).toMatch(/^1,000 of 1,500 tasks were changed/);
  expect(result.current.trouble?.failure.code).toBe("disk_full");
  fails = false;
  act(() => result.current.trouble?.again());
  await waitFor(() => expect(result.current.toast?.message).toBe("Moved 1,500 tasks to the trash."));
  expect(host.of("delete_tasks").map((args) => (args["ids"] as string[]).length)).toEqual([1000, 500]);
  expect(host.of("delete_tasks").map((args) => args["group"])).toEqual([undefined, "g1"]);
});
