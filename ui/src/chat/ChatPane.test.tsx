import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ChatSettings } from "../ipc/bindings/ChatSettings";
import type { ChatStart } from "../ipc/bindings/ChatStart";
import { PROTOCOL } from "./bridge/messages";
import { type ChatHandle, ChatPane } from "./ChatPane";
// Loaded when they are needed; here they are there at once.
import "./BuiltInPane";
import "./FramePane";
import "./LinkQuestion";
import "./setup/ChatSettingsView";

type Command = (name: string, args: unknown) => unknown;
const door = vi.hoisted((): { host: Command } => ({ host: () => null }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve().then(() => door.host(name, args)),
  channel: (receive: unknown) => receive,
}));

const ORIGIN = "http://localhost:7400";
const told: ChatStart = {
  settings: { told: true, built_in: false, answers: { from: "device" } },
  rollback: null,
  page: { address: `${ORIGIN}/chat`, origin: ORIGIN },
};
const untold: ChatStart = { ...told, settings: { ...told.settings, told: false } };

/** The threads that the host has, and whether an answer is under way in them. */
const GREETED = {
  id: "thr_1",
  created_at: "2026-11-21T09:00:00Z",
  title: "The dentist",
  status: { type: "active" },
  items: { data: [], has_more: false },
};
const message = {
  type: "user_message",
  id: "msg_1",
  thread_id: "thr_1",
  created_at: "2026-11-21T09:00:00Z",
  content: [{ type: "input_text", text: "Move the dentist to friday" }],
};

function show(start: ChatStart, threads = true) {
  const called: string[] = [];
  const links: string[] = [];
  let settle: (waited: boolean) => void = () => undefined;
  let answered = false;
  door.host = (name, args) => {
    called.push(name);
    if (name === "chat_start") return start;
    if (name === "chat_set") return { ...start, settings: (args as { settings: ChatSettings }).settings };
    if (name === "open_link") {
      const { address } = args as { address: string };
      if (address.includes("@")) throw Object.assign(new Error("No."), { code: "invalid_input" });
      links.push(address);
      return null;
    }
    if (name === "chat_ticket") return "ticket";
    if (name === "chat_settled") return new Promise((resolve) => (settle = resolve));
    if (name !== "chat" || !threads) throw Object.assign(new Error("gone"), { code: "not_found" });
    const body = JSON.parse((args as { body: string }).body) as { type: string };
    if (body.type === "threads.get_by_id") return GREETED;
    const answer = {
      ...message,
      type: "assistant_message",
      id: "msg_2",
      content: [{ type: "output_text", text: "It is on Friday now.", annotations: [] }],
    };
    return { data: answered ? [answer, message] : [message], has_more: false };
  };
  const opened: string[] = [];
  const handle: { current: ChatHandle | null } = { current: null };
  const changed: string[] = [];
  const pane = (open: boolean) => (
    <ChatPane
      ref={handle}
      open={open}
      overview={null}
      onClose={() => undefined}
      onOpen={(entity) => opened.push(entity)}
      onKey={() => undefined}
      onChanged={(group) => changed.push(group)}
    />
  );
  const { rerender } = render(pane(false));
  const frame = () => document.querySelector("iframe");
  const said: { message: { type: string }; origin: string }[] = [];
  /** Lets the page in the frame say something, and hears what it is told. */
  const say = async (data: unknown) => {
    const source = frame()?.contentWindow;
    if (!source) throw new Error("there is no frame");
    source.postMessage = ((message: { type: string }, origin: string) =>
      said.push({ message, origin })) as typeof source.postMessage;
    await act(async () => {
      window.dispatchEvent(new MessageEvent("message", { data, origin: ORIGIN, source }));
      await Promise.resolve();
    });
  };
  return {
    called,
    links,
    askLink: (address: string) => act(() => handle.current?.askLink(address)),
    ask: (words: string) => act(() => handle.current?.ask(words)),
    opened,
    changed,
    said,
    frame,
    say,
    open: () =>
      act(async () => {
        rerender(pane(true));
        await Promise.resolve();
      }),
    settle: () => {
      answered = true;
      settle(true);
    },
  };
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  return () => vi.unstubAllGlobals();
});

describe("the chat pane", () => {
  it("asks and loads nothing before it is opened, and nothing before ChatKit is chosen", async () => {
    const { called, frame, open } = show(untold);
    expect(called).toEqual([]);
    await open();
    expect(await screen.findByText("Before ChatKit opens")).toBeTruthy();
    expect(frame()).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Use ChatKit" }));
    await waitFor(() => expect(frame()).not.toBeNull());
    expect(called).toEqual(["chat_start", "chat_set"]);
  });

  it("puts the page behind a sandbox that it can't leave, and allows it nothing more", async () => {
    const { frame, open } = show(told);
    await open();
    await waitFor(() => expect(frame()).not.toBeNull());
    expect(frame()?.getAttribute("sandbox")).toBe("allow-scripts allow-same-origin allow-forms allow-popups");
    expect(frame()?.hasAttribute("allow")).toBe(false);
    expect(frame()?.src).toBe(`${ORIGIN}/chat`);
    const attributes = frame()?.getAttributeNames() ?? [];
    expect(attributes.indexOf("sandbox")).toBeLessThan(attributes.indexOf("src"));
  });

  it("gives a ticket to the page that said hello, with the thread of last time", async () => {
    localStorage.setItem("chat.thread", "thr_1");
    const { called, said, say, open } = show(told);
    await open();
    expect(called).not.toContain("chat_ticket");
    await say({ type: "hello", protocol: PROTOCOL });
    await waitFor(() => expect(said.some(({ message }) => message.type === "start")).toBe(true));
    expect(said[0]).toMatchObject({
      origin: ORIGIN,
      message: { type: "start", api: { kind: "device", ticket: "ticket" }, thread: "thr_1" },
    });
  });

  it("begins a new chat where that thread is gone", async () => {
    localStorage.setItem("chat.thread", "thr_9");
    const { said, say, open } = show(told, false);
    await open();
    await say({ type: "hello", protocol: PROTOCOL });
    await waitFor(() => expect(said[0]).toMatchObject({ message: { type: "start", thread: null } }));
  });

  it("opens what is mentioned, and offers to take back what the assistant changed", async () => {
    const { opened, changed, say, open } = show(told);
    const group = "01890000-0000-7000-8000-0000000000aa";
    await open();
    await say({ type: "open", entity: "task:018f" });
    await say({ type: "effect", name: "tasks.changed", data: { group } });
    await say({ type: "effect", name: "tasks.changed", data: { group: "no id" } });
    await say({ type: "effect", name: "other", data: { group } });
    expect(opened).toEqual(["task:018f"]);
    expect(changed).toEqual([group]);
  });

  it("shows the same thread in the built-in panel when ChatKit fails, with the answer to its end", async () => {
    const { called, frame, say, settle, open } = show(told);
    await open();
    await say({ type: "hello", protocol: PROTOCOL });
    await waitFor(() => expect(called).toContain("chat_ticket"));
    await say({ type: "ready" });
    await say({ type: "thread", thread: "thr_1" });
    await say({ type: "busy", busy: true });
    await say({ type: "failed", reason: "unmounted", detail: "" });
    expect(frame()).toBeNull();
    expect(await screen.findByText("Move the dentist to friday")).toBeTruthy();
    expect(screen.getByText(/ChatKit would not run here/u)).toBeTruthy();
    expect(screen.queryByText("It is on Friday now.")).toBeNull();
    await waitFor(() => expect(called).toContain("chat_settled"));
    settle();
    expect(await screen.findByText("It is on Friday now.")).toBeTruthy();
    expect(frame()).toBeNull();

    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(frame()).not.toBeNull());
    expect(localStorage.getItem("chat.thread")).toBe("thr_1");
  });

  it("puts words where one writes, in ChatKit once that is there", async () => {
    const { said, say, ask, open } = show(told);
    await open();
    ask("what is late?");
    await say({ type: "hello", protocol: PROTOCOL });
    await waitFor(() => expect(said.some(({ message }) => message.type === "start")).toBe(true));
    expect(said.some(({ message }) => message.type === "compose")).toBe(false);
    await say({ type: "ready" });
    await waitFor(() =>
      expect(said.filter(({ message }) => message.type === "compose").map(({ message }) => message)).toEqual([
        { type: "compose", words: "what is late?" },
      ]),
    );
  });

  it("puts words where one writes in the built-in panel, after what is there", async () => {
    const { ask, open } = show({ ...told, rollback: "environment" });
    await open();
    ask("what is late?");
    const field = await screen.findByLabelText<HTMLTextAreaElement>("Ask me to manage your tasks…");
    await waitFor(() => expect(field.value).toBe("what is late?"));
    await waitFor(() => expect(document.activeElement).toBe(field));
    ask("and next week?");
    expect(field.value).toBe("what is late?\nand next week?");
  });

  it("asks before it opens a link, and says why one can't be opened", async () => {
    const { links, askLink, open } = show({ ...told, rollback: "environment" });
    await open();
    askLink("https://example.com/a");
    await userEvent.click(await screen.findByRole("button", { name: "Stay here" }));
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(links).toEqual([]);
    askLink("https://example.com/a");
    expect(screen.getByText(/This opens example\.com in your browser/u)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Open in the browser" }));
    expect(links).toEqual(["https://example.com/a"]);
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    askLink("https://me@example.com/");
    await userEvent.click(screen.getByRole("button", { name: "Open in the browser" }));
    expect(await screen.findByText("No.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByText("No.")).toBeNull();
  });

  it("says why the built-in panel is shown where the switch is set", async () => {
    const { frame, open } = show({ ...told, rollback: "environment" });
    await open();
    expect(await screen.findByText(/ROLLBACK_CHAT is set/u)).toBeTruthy();
    expect(frame()).toBeNull();
  });
});
