import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Applied } from "../ipc/bindings/Applied";
import type { Overview } from "../ipc/bindings/Overview";
import { noteFailed, noteWorked } from "../ipc/health";
import { CommandProvider, useCommandTable } from "../keys/registry";
import { defaults } from "../settings/defaults";
import { SettingsProvider } from "../settings/useSettings";
import type { Place } from "../tasks/places";
import { SideEditing, useSideHost } from "./editing";
import { SideList } from "./SideList";
// Loaded when they are needed; here they are there at once.
import "./FilterForm";
import "./menu";
import "./StatePopover";

type Command = (name: string, args: unknown) => unknown;
const door = vi.hoisted((): { host: Command } => ({ host: () => null }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve().then(() => door.host(name, args)),
}));

const list = (id: string, name: string, archived_at: string | null = null) => ({
  list: { id, name, colour: "teal" as const, archived_at, deleted_at: null },
  open: 2,
});
const overview: Overview = {
  lists: [
    list("b", "Work"),
    list("a", "Home"),
    list("d", "Trips"),
    list("c", "Old house", "2026-01-01T00:00:00Z"),
  ],
  filters: [{ id: "f", name: "Quick ones", query: "p1", colour: "red", deleted_at: null }],
  tags: [{ name: "phone", open: 1 }],
  inbox: 0,
  today: 3,
  overdue: 0,
  upcoming: 7,
  someday: 2,
  open: 4,
};

let called: [string, unknown][] = [];
const said: string[] = [];
const ran: string[] = [];
const applied: Applied = { group: "g1", tasks: [] };

function Palette() {
  useCommandTable({ palette: () => ran.push("palette"), settings: () => ran.push("settings") });
  return null;
}

function Host(props: { onGo: (to: Place) => void; say: (message: string) => void }) {
  useSideHost({ onShowSide: () => undefined, ...props });
  return null;
}

function side(place: Place = { kind: "inbox" }, shown: Overview = overview) {
  const gone: Place[] = [];
  const actions = {
    change: async (run: () => Promise<Applied>, message: unknown) => {
      const answer = await run();
      said.push(String(message));
      return answer;
    },
    say: (message: string) => said.push(message),
  };
  const onGo = (to: Place) => gone.push(to);
  const page = (now: Overview) => (
    <SettingsProvider>
      <CommandProvider>
        <Palette />
        <SideEditing>
          <Host onGo={onGo} say={actions.say} />
          <SideList overview={now} place={place} actions={actions} onGo={onGo} />
        </SideEditing>
      </CommandProvider>
    </SettingsProvider>
  );
  const { rerender } = render(page(shown));
  return { gone, user: userEvent.setup(), show: (now: Overview) => rerender(page(now)) };
}
const row = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}(,|$)`) });
const rows = () =>
  [...document.querySelectorAll<HTMLElement>(".side-row")].map(
    (each) => each.getAttribute("aria-label") ?? each.textContent,
  );

beforeEach(() => {
  called = [];
  said.length = 0;
  ran.length = 0;
  localStorage.clear();
  noteWorked("undo");
  door.host = (name, args) => {
    called.push([name, args]);
    if (name === "settings") return defaults;
    if (name === "status") return { state: "ready", data_dir: "/home/someone/tasks", version: "1" };
    if (name === "add_list" || name === "add_filter") return "new";
    if (name === "view") return { first: [], seq: 1 };
    return applied;
  };
});
const calls = (name: string) => called.filter(([each]) => each === name).map(([, args]) => args);

describe("what it shows", () => {
  it("is the views, the lists in their order and colour, and counts where they help", () => {
    side();
    expect(rows()).toEqual([
      expect.stringContaining("Search or run"),
      "Inbox",
      "Today, 3 tasks",
      "Upcoming",
      "Someday",
      "Work, 2 tasks",
      "Home, 2 tasks",
      "Trips, 2 tasks",
      "Archived lists",
      "Quick ones",
      "All tasks",
      "Completed",
      "Trash",
      "Activity",
    ]);
    expect(row("Work").querySelector<HTMLElement>(".dot")?.dataset["colour"]).toBe("teal");
  });

  it("goes to a saved filter, with its query, and marks where one is", async () => {
    const { gone, user } = side({ kind: "filter", id: "f", query: "p1" });
    await user.click(row("Quick ones"));
    expect(gone).toEqual([{ kind: "filter", id: "f", query: "p1" }]);
    expect(row("Quick ones").getAttribute("aria-current")).toBe("page");
  });

  it("says what a task becomes that is dropped on a row", () => {
    side();
    const drops = [...document.querySelectorAll<HTMLElement>("[data-drop]")].map(
      (each) => each.dataset["drop"],
    );
    expect(drops).toEqual(["inbox", "today", "someday", "list:b", "list:a", "list:d", "tag:phone", "trash"]);
  });

  it("calls the palette", async () => {
    const { user } = side();
    await user.click(screen.getByRole("button", { name: /^Search or run/ }));
    expect(ran).toEqual(["palette"]);
  });

  it("keeps closed what was closed", async () => {
    const { user } = side();
    await user.click(screen.getByRole("button", { name: "Filters" }));
    expect(screen.queryByText("Quick ones")).toBeNull();
    expect(localStorage.getItem("side.closed")).toBe("filters");
    await user.click(screen.getByRole("button", { name: "Filters" }));
    expect(screen.getByText("Quick ones")).toBeTruthy();
  });

  it("keeps archived lists out of the way, but in reach", async () => {
    const { user, gone } = side();
    expect(screen.queryByText("Old house")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Archived lists" }));
    await user.click(row("Old house"));
    expect(gone).toEqual([{ kind: "list", id: "c" }]);
  });
});

describe("the keyboard", () => {
  it("comes in once, where one is, and walks by the arrow keys", async () => {
    const { user } = side({ kind: "today" });
    await user.tab();
    expect(document.activeElement).toBe(row("Today"));
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(document.activeElement?.id).toBe("side-lists");
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(row("Work"));
    await user.keyboard("{End}");
    expect(document.activeElement).toBe(row("Activity"));
    await user.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("State of the app: On this computer");
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(row("Today"));
  });

  it("closes and opens a group", async () => {
    const { user } = side();
    act(() => screen.getByRole("button", { name: "Lists" }).focus());
    await user.keyboard("{ArrowLeft}");
    expect(screen.queryByText("Work")).toBeNull();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByText("Work")).toBeTruthy();
  });
});

describe("a list", () => {
  it("is added by its name, and shown", async () => {
    const { user, gone } = side();
    await user.click(screen.getByRole("button", { name: "Add a list" }));
    await user.keyboard("Garden{Enter}");
    expect(calls("add_list")).toEqual([{ name: "Garden", colour: null }]);
    await waitFor(() => expect(gone).toEqual([{ kind: "list", id: "new" }]));
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("whose name is taken stays to be written, with the reason", async () => {
    const { user } = side();
    const before = door.host;
    door.host = (name, args) => {
      if (name !== "add_list") return before(name, args);
      throw Object.assign(new Error(), { code: "invalid_input", message: "There is “Work” already." });
    };
    await user.click(screen.getByRole("button", { name: "Add a list" }));
    await user.keyboard("Work{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("There is “Work” already.");
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("Work");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("is renamed in place", async () => {
    const { user } = side();
    act(() => row("Home").focus());
    await user.keyboard("{F2}");
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "New name of Home" });
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
    await user.keyboard("House{Enter}");
    expect(calls("edit_list")).toEqual([{ id: "a", patch: { name: "House" } }]);
    await waitFor(() => expect(document.activeElement).toBe(row("Home")));
    expect(said).toEqual(["It is called “House” now."]);
    await user.keyboard("{F2}Other{Escape}");
    expect(calls("edit_list")).toHaveLength(1);
  });

  it("has a menu: colour, archive, trash", async () => {
    const { user } = side();
    act(() => row("Home").focus());
    await user.keyboard("{Shift>}{F10}{/Shift}");
    const menu = await screen.findByRole("menu");
    expect(
      within(menu)
        .getAllByRole("menuitem")
        .map((item) => item.querySelector(".grow")?.textContent),
    ).toEqual(["Rename", "Colour", "Move up", "Move down", "Archive", "Move to the trash"]);
    await user.click(within(menu).getByRole("menuitem", { name: /Archive/ }));
    expect(calls("edit_list")).toEqual([{ id: "a", patch: { archived: true } }]);
    fireEvent.contextMenu(row("Work"));
    await user.click(await screen.findByRole("menuitem", { name: /Move to the trash/ }));
    expect(calls("delete_list")).toEqual([{ id: "b" }]);
    await waitFor(() => expect(said.at(-1)).toBe("Moved the list “Work” and its tasks to the trash."));
  });

  it("is moved by Alt and an arrow, at once", async () => {
    const { user, show } = side();
    act(() => row("Home").focus());
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(calls("place_list")).toEqual([{ id: "a", after: null }]);
    expect(rows().slice(5, 8)).toEqual(["Home, 2 tasks", "Work, 2 tasks", "Trips, 2 tasks"]);
    expect(document.activeElement).toBe(row("Home"));
    expect(screen.getByText("Home is at place 1 of 3")).toBeTruthy();
    // The host's order is what counts in the end.
    show({ ...overview });
    expect(rows().slice(5, 7)).toEqual(["Work, 2 tasks", "Home, 2 tasks"]);
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(calls("place_list").at(-1)).toEqual({ id: "a", after: "d" });
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(calls("place_list")).toHaveLength(2);
  });

  it("is dragged to another place; Esc leaves it where it was, and a drag is no click", async () => {
    const { gone } = side();
    const at = (element: HTMLElement, top: number) =>
      (element.getBoundingClientRect = () => new DOMRect(0, top, 200, 28));
    at(row("Work"), 0);
    at(row("Home"), 28);
    at(row("Trips"), 56);
    const pointer = (type: string, target: EventTarget, y: number) =>
      fireEvent(
        target as Element,
        new MouseEvent(type, { bubbles: true, button: 0, clientX: 10, clientY: y }),
      );
    pointer("pointerdown", row("Work"), 10);
    pointer("pointermove", window, 60);
    expect(row("Trips").parentElement?.dataset["lands"]).toBe("before");
    pointer("pointerup", window, 60);
    fireEvent.click(row("Work"));
    expect(gone).toEqual([]);
    await waitFor(() => expect(calls("place_list")).toEqual([{ id: "b", after: "a" }]));
    pointer("pointerdown", row("Trips"), 60);
    pointer("pointermove", window, 5);
    fireEvent.keyDown(window, { key: "Escape" });
    pointer("pointerup", window, 5);
    expect(calls("place_list")).toHaveLength(1);
  });

  it("has an invitation where there is none yet", async () => {
    const { user } = side({ kind: "inbox" }, { ...overview, lists: [], filters: [] });
    const [, first] = screen.getAllByRole("button", { name: "Add a list" });
    if (first) await user.click(first);
    expect(screen.getByRole("textbox", { name: "Name of the list" })).toBeTruthy();
    expect(screen.getAllByRole("button", { name: "Add a filter" })).toHaveLength(2);
  });
});

describe("a filter", () => {
  it("is added with a query that is checked while it is typed", async () => {
    const { user, gone } = side();
    const before = door.host;
    door.host = (name, args) => {
      const asked = name === "view" ? (args as { view: { query: string } }).view.query : "";
      if (asked.endsWith("&"))
        throw Object.assign(new Error(), {
          code: "invalid_input",
          message: "A condition is missing after &.",
        });
      return before(name, args);
    };
    await user.click(screen.getByRole("button", { name: "Add a filter" }));
    await user.keyboard("Soon");
    const query = screen.getByRole<HTMLInputElement>("textbox", { name: "Shows tasks that are" });
    await user.type(query, "p1 &");
    expect(await screen.findByText("A condition is missing after &.")).toBeTruthy();
    expect(query.getAttribute("aria-invalid")).toBe("true");
    await user.type(query, " @phone");
    expect(await screen.findByText("No task fits now.")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Blue" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(calls("add_filter")).toEqual([{ name: "Soon", query: "p1 & @phone", colour: "blue" }]);
    await waitFor(() => expect(gone).toEqual([{ kind: "filter", id: "new", query: "p1 & @phone" }]));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is put together from what can be written", async () => {
    const { user } = side();
    await user.click(screen.getByRole("button", { name: "Add a filter" }));
    await user.click(screen.getByText("What can be written"));
    await user.click(screen.getByRole("button", { name: "overdue" }));
    await user.click(screen.getByRole("button", { name: "p1" }));
    const query = screen.getByRole<HTMLInputElement>("textbox", { name: "Shows tasks that are" });
    expect(query.value).toBe("overdue & p1");
    expect(document.activeElement).toBe(query);
    await user.keyboard("{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("A filter needs a name.");
    expect(calls("add_filter")).toEqual([]);
  });

  it("is edited, and thrown away", async () => {
    const { user } = side();
    act(() => row("Quick ones").focus());
    await user.keyboard("{F2}");
    const name = await screen.findByRole("textbox", { name: "Name" });
    await user.clear(name);
    await user.type(name, "Urgent{Enter}");
    expect(calls("edit_filter")).toEqual([
      { id: "f", patch: { name: "Urgent", query: "p1", colour: "red" } },
    ]);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    act(() => row("Quick ones").focus());
    await user.keyboard("{Delete}");
    expect(calls("delete_filter")).toEqual([{ id: "f" }]);
  });
});

describe("a tag", () => {
  const tag = () => screen.getByRole("button", { name: "@phone, 1 task" });
  const changed = { group: "g7", tasks: 12 };

  it("is renamed on all tasks, and what is refused stays to be written", async () => {
    const before = door.host;
    let refuses = true;
    door.host = (name, args) => {
      const answer = before(name, args);
      if (name !== "rename_tag") return answer;
      if (refuses)
        throw Object.assign(new Error(), { code: "invalid_input", message: "A tag needs a name." });
      return { ...changed, name: "calls" };
    };
    const { user, gone } = side({ kind: "tag", name: "phone" });
    act(() => tag().focus());
    await user.keyboard("{F2}");
    const field = await screen.findByRole("textbox", { name: "New name of @phone" });
    await user.clear(field);
    await user.type(field, "@Calls{Enter}");
    expect(await screen.findByText("A tag needs a name.")).toBeTruthy();
    refuses = false;
    await user.type(field, "{Enter}");
    await waitFor(() => expect(said).toEqual(["Renamed @phone to @calls on 12 tasks."]));
    expect(calls("rename_tag").at(-1)).toEqual({ tag: "phone", name: "@Calls" });
    expect(gone).toEqual([{ kind: "tag", name: "calls" }]);
  });

  it("is taken off all tasks by its menu", async () => {
    const before = door.host;
    door.host = (name, args) => {
      const answer = before(name, args);
      return name === "delete_tag" ? { ...changed, name: null } : answer;
    };
    const { user } = side();
    act(() => tag().focus());
    await user.keyboard("{Shift>}{F10}{/Shift}");
    await user.click(await screen.findByRole("menuitem", { name: /Take it off all tasks/ }));
    expect(calls("delete_tag")).toEqual([{ tag: "phone" }]);
    await waitFor(() => expect(said).toEqual(["Took @phone off 12 tasks."]));
  });
});

describe("the foot", () => {
  it("says that all is here, where that is, and leads to the settings", async () => {
    const { user } = side();
    await user.click(screen.getByRole("button", { name: "State of the app: On this computer" }));
    expect(await screen.findByText("/home/someone/tasks")).toBeTruthy();
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Settings" }));
    expect(ran).toEqual(["settings"]);
  });

  it("says that the disk is full until something can be saved again", async () => {
    side();
    act(() => noteFailed({ code: "disk_full", message: "" }));
    expect(await screen.findByText("The disk is full")).toBeTruthy();
    act(() => noteWorked("view"));
    expect(screen.getByText("The disk is full")).toBeTruthy();
    act(() => noteWorked("add_task"));
    expect(screen.getByText("On this computer")).toBeTruthy();
  });

  it("says until when reminders are paused, and resumes them", async () => {
    const reminders = { ...defaults.reminders, paused_until: "2999-01-01T12:00:00Z" };
    const before = door.host;
    door.host = (name, args) => {
      const answer = before(name, args);
      if (name === "settings") return { ...defaults, reminders };
      return name === "save_settings" ? defaults : answer;
    };
    const { user } = side();
    await user.click(await screen.findByRole("button", { name: /Reminders paused until/ }));
    await user.click(await screen.findByRole("button", { name: "Resume reminders" }));
    expect(calls("save_settings")).toEqual([
      { change: { group: "reminders", settings: { ...reminders, paused_until: null } } },
    ]);
    expect(await screen.findByText("On this computer")).toBeTruthy();
  });
});
