import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useShortcuts } from "../frame/shortcuts";
import type { Overview } from "../ipc/bindings/Overview";
import type { Task } from "../ipc/bindings/Task";
import { CommandProvider, useCommands, useCommandTable } from "../keys/registry";
import { task } from "../tasks/sample.test-data";
import type { Place } from "../tasks/places";
import { Palette } from "./Palette";
// Loaded when they are needed; here they are there at once.
import "./PaletteBox";

type Command = (name: string, args: unknown) => unknown;
const door = vi.hoisted((): { host: Command } => ({ host: () => [] }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve().then(() => door.host(name, args)),
}));

const home = { id: "l1", name: "Home", colour: "orange" as const, archived_at: null, deleted_at: null };
const overview: Overview = {
  lists: [{ list: home, open: 3 }],
  filters: [{ id: "f1", name: "Quick ones", query: "p1", colour: null, deleted_at: null }],
  tags: [{ name: "phone", open: 1 }],
  inbox: 0,
  today: 0,
  overdue: 0,
  upcoming: 0,
  someday: 0,
  open: 3,
};

const happened: string[] = [];
const gone: Place[] = [];

function Stage() {
  const commands = useCommands();
  useShortcuts((id) => void commands.run(id), true);
  useCommandTable({
    reschedule: () => happened.push(`reschedule in ${document.activeElement?.id ?? ""}`),
    to_tomorrow: () => happened.push("to_tomorrow"),
    go_today: () => happened.push("go_today"),
    undo: () => happened.push("undo"),
    delete: null,
    up: () => happened.push("up"),
  });
  return (
    <>
      <button id="row">A row</button>
      <Palette
        overview={overview}
        onGo={(place) => gone.push(place)}
        onTask={(id) => happened.push(`task ${id}`)}
        onAsk={(words) => happened.push(`ask ${words}`)}
        onLost={() => happened.push("lost")}
      />
    </>
  );
}

/** The window with the palette open, called from a row of the list. */
async function open() {
  const user = userEvent.setup();
  render(
    <CommandProvider>
      <Stage />
    </CommandProvider>,
  );
  screen.getByText("A row").focus();
  await user.keyboard("{Control>}k{/Control}");
  return user;
}
const field = () => screen.getByRole("combobox");
const options = () =>
  screen.queryAllByRole("option").map((option) => option.querySelector(".grow")?.textContent);
const chosen = () =>
  document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.querySelector(".grow")
    ?.textContent;

beforeEach(() => {
  happened.length = 0;
  gone.length = 0;
  localStorage.clear();
  door.host = () => [];
});

describe("what it offers", () => {
  it("is every command that can run, with its keys, and every place", async () => {
    await open();
    expect(document.activeElement).toBe(field());
    expect(options()).toEqual([
      "Today",
      "Go to a list…",
      "Home",
      "Quick ones",
      "@phone",
      "Undo",
      "Reschedule…",
      "Reschedule to tomorrow",
    ]);
    const tomorrow = screen.getByRole("option", { name: /Reschedule to tomorrow/ });
    expect(tomorrow.querySelector("kbd")?.textContent).toBe("Shift T");
  });

  it("narrows by the beginnings of words, in bold", async () => {
    const user = await open();
    await user.keyboard("res tom");
    expect(options()).toEqual(["Reschedule to tomorrow", "Ask the assistant: “res tom”"]);
    const bold = [...screen.getByRole("option", { name: /^Reschedule/ }).querySelectorAll("b")].map(
      (b) => b.textContent,
    );
    expect(bold).toEqual(["Res", "tom"]);
    await user.clear(field());
    await user.keyboard("take back");
    expect(options()[0]).toBe("Undo");
  });

  it("finds tasks, where they are, and keeps what it has until the newest answer is there", async () => {
    const answers: ((tasks: Task[]) => void)[] = [];
    const asked: string[] = [];
    door.host = (_, args) => {
      asked.push((args as { search: { text: string } }).search.text);
      return new Promise((resolve) => answers.push(resolve));
    };
    const user = await open();
    await user.keyboard("boil");
    await waitFor(() => expect(asked).toEqual(["b"]));
    answers[0]?.([task({ id: "t0", title: "Bake" })]);
    await waitFor(() => expect(asked).toEqual(["b", "boil"]));
    answers[1]?.([task({ id: "t1", title: "Check the boiler", list: "l1" })]);
    const hit = await screen.findByRole("option", { name: /Check the boiler/ });
    expect(hit.querySelector("b")?.textContent).toBe("boil");
    expect(hit.querySelector("kbd")?.textContent).toBe("Home");
    expect(screen.queryByText("Bake")).toBeNull();
    await user.click(hit);
    expect(happened).toEqual(["task t1"]);
  });

  it("begins with what was used last", async () => {
    const user = await open();
    await user.keyboard("quick{Enter}");
    expect(gone).toEqual([{ kind: "filter", id: "f1", query: "p1" }]);
    await user.keyboard("{Control>}k{/Control}");
    expect(options()[0]).toBe("Quick ones");
    expect(within(screen.getByRole("group", { name: "Recent" })).getAllByRole("option")).toHaveLength(1);
    expect(options().filter((title) => title === "Quick ones")).toHaveLength(1);
  });

  it("says when nothing is found, but still hands the words to the assistant", async () => {
    const user = await open();
    await user.keyboard("zzz");
    expect(options()).toEqual(["Ask the assistant: “zzz”"]);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(happened).toEqual(["ask zzz"]);
  });
});

describe("the keyboard", () => {
  it("goes back to where it was before the command runs", async () => {
    const user = await open();
    await user.keyboard("resch{Enter}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(happened).toEqual(["reschedule in row"]);
  });

  it("walks the options and never leaves the field", async () => {
    const user = await open();
    expect(chosen()).toBe("Today");
    await user.keyboard("{ArrowDown}");
    expect(chosen()).toBe("Go to a list…");
    await user.keyboard("{End}");
    expect(chosen()).toBe("Reschedule to tomorrow");
    await user.keyboard("{ArrowDown}");
    expect(chosen()).toBe("Today");
    await user.keyboard("{ArrowUp}{Home}{Tab}");
    expect(chosen()).toBe("Today");
    expect(document.activeElement).toBe(field());
    await user.keyboard("r");
    expect(chosen()).toBe("Reschedule…");
  });

  it.each(["{Escape}", "{Control>}k{/Control}"])("closes it with %s, and nothing ran", async (keys) => {
    const user = await open();
    await user.keyboard(`resch${keys}`);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement?.id).toBe("row");
    expect(happened).toEqual([]);
  });

  it("leaves Enter to who composes a letter", async () => {
    await open();
    fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
    expect(screen.queryByRole("dialog")).not.toBeNull();
  });

  it("reaches nothing else while it is open", async () => {
    const user = await open();
    const outside = screen.getByText("A row").parentElement;
    expect(outside?.inert).toBe(true);
    await user.keyboard("{Escape}");
    expect(outside?.inert).toBe(false);
  });

  it("closes by a click beside it", async () => {
    const user = await open();
    await user.click(screen.getByRole("dialog").parentElement ?? document.body);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement?.id).toBe("row");
  });
});

it("shows the lists alone after G then L", async () => {
  const user = await open();
  await user.keyboard("{Escape}gl");
  expect(options()).toEqual(["Home"]);
  await user.keyboard("{Enter}");
  expect(gone).toEqual([{ kind: "list", id: "l1" }]);
});
