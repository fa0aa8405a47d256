import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { QuickAdd as Read } from "../ipc/bindings/QuickAdd";
import type { QuickAddMessage } from "../ipc/bindings/QuickAddMessage";
import { QuickAdd } from "./QuickAdd";

type Args = Record<string, unknown>;
type Door = { calls: [string, Args][]; answer: (name: string, args: Args) => unknown };
const door = vi.hoisted((): Door => ({ calls: [], answer: () => null }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args: Args = {}) => {
    door.calls.push([name, args]);
    return Promise.resolve().then(() => door.answer(name, args));
  },
  channel: (receive: unknown) => receive,
}));
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe() {}
    disconnect() {}
  },
);

let draft = "";
let failing = false;
const home = { name: "Home", colour: null, nth: 0 };

beforeEach(() => {
  door.calls.length = 0;
  draft = "";
  failing = false;
  door.answer = (name, args) => {
    switch (name) {
      case "quick_add_listen":
        return draft;
      case "read_quick_add":
        return read(String(args["text"]));
      case "quick_add_names":
        return "home".startsWith(String(args["letters"]).toLowerCase()) ? [home] : [];
      case "add_task":
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the host rejects
        if (failing) throw { code: "disk_full", message: "The disk is full." };
        return null;
      default:
        return null;
    }
  };
});

/** What the host would recognise: "tomorrow" as a day. */
function read(text: string): Read {
  const start = text.indexOf("tomorrow");
  const end = start + "tomorrow".length;
  const spans: Read["spans"] =
    start < 0 ? [] : [{ start, end, confidence: "certain", kind: "due", due: "2030-01-02" }];
  return { spans } as Read;
}

const called = (name: string) => door.calls.filter(([each]) => each === name).map(([, args]) => args);
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Task" });

async function open(message: QuickAddMessage = { kind: "open", link: null }) {
  render(<QuickAdd />);
  await waitFor(() => expect(called("quick_add_listen")).toHaveLength(1));
  await act(async () => {
    const [listen] = called("quick_add_listen");
    (listen?.["on_message"] as (message: QuickAddMessage) => void)(message);
    await Promise.resolve();
  });
  return userEvent.setup();
}

it("adds by Enter and closes, and keeps no draft of it", async () => {
  const user = await open();
  await user.type(field(), "Buy milk tomorrow{Enter}");
  await waitFor(() => expect(called("quick_add_close")).toHaveLength(1));
  expect(called("add_task")).toEqual([{ text: "Buy milk tomorrow", refused: [], list: null, due: null }]);
  expect(field().value).toBe("");
  await waitFor(() => expect(called("quick_add_draft").at(-1)?.["text"] ?? "").toBe(""));
});

it("goes on by Shift+Enter, and says what it has done", async () => {
  const user = await open();
  await user.type(field(), "One{Shift>}{Enter}{/Shift}");
  expect(await screen.findByText("Added “One”.")).toBeDefined();
  expect(called("quick_add_close")).toEqual([]);
  expect(field().value).toBe("");
});

it("keeps the draft by Escape", async () => {
  const user = await open();
  await user.type(field(), "Half a thought{Escape}");
  expect(called("quick_add_draft").at(-1)).toEqual({ text: "Half a thought" });
  expect(called("quick_add_close")).toHaveLength(1);
  expect(field().value).toBe("Half a thought");
});

it("shows the draft of before, which one key clears while it is untouched", async () => {
  draft = "Call the dentist";
  const user = await open();
  await waitFor(() => expect(field().value).toBe("Call the dentist"));
  expect(screen.getByText("Clear the draft")).toBeDefined();
  await user.click(field());
  await user.keyboard("{Control>}{Backspace}{/Control}");
  expect(field().value).toBe("");
});

it("keeps words in the title by Delete on what was understood of them", async () => {
  const user = await open();
  await user.type(field(), "Buy milk tomorrow");
  const part = await screen.findByRole("button", { name: /Keep “tomorrow” as words/ });
  await user.tab();
  expect(document.activeElement).toBe(part);
  expect(screen.getByText("Delete keeps “tomorrow” as words in the title.")).toBeDefined();
  await user.keyboard("{Delete}");
  expect(document.activeElement).toBe(field());
  expect(screen.queryByRole("button", { name: /tomorrow/ })).toBeNull();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(called("add_task")[0]?.["refused"]).toEqual([{ start: 9, end: 17 }]));
});

it("offers names by key, and leaves them words by Escape", async () => {
  const user = await open();
  await user.type(field(), "Paint #ho");
  expect(await screen.findByRole("option", { name: /Home/, selected: true })).toBeDefined();
  expect(field().getAttribute("aria-activedescendant")).toBe("names-0");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(called("quick_add_close")).toEqual([]);
  await user.type(field(), " and #ho");
  await screen.findByRole("option", { name: /Home/ });
  await user.keyboard("{Tab}");
  expect(field().value).toBe("Paint #ho and #Home ");
});

it("asks about the line of a link, and leaves it by Escape", async () => {
  draft = "My own";
  // It opens at a time that no key of this test comes long after.
  const clock = vi.spyOn(performance, "now").mockReturnValue(Number.MAX_SAFE_INTEGER);
  const user = await open({ kind: "open", link: "Theirs" });
  clock.mockRestore();
  expect(field().value).toBe("Theirs");
  expect(screen.getByText("From a link. It is added only if you say so.")).toBeDefined();
  await user.keyboard("{Enter}");
  expect(called("add_task")).toEqual([]);
  await user.keyboard("{Escape}");
  expect(field().value).toBe("My own");
  expect(called("quick_add_draft").every(({ text }) => text !== "Theirs")).toBe(true);
});

it("says what failed and keeps the words", async () => {
  failing = true;
  const user = await open();
  await user.type(field(), "Buy milk{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("The disk is full.");
  expect(field().value).toBe("Buy milk");
  failing = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(called("quick_add_close")).toHaveLength(1));
});
