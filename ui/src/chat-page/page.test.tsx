import { act, render, screen, waitFor } from "@testing-library/react";
import { fireEvent } from "@testing-library/dom";
import type { ChatKitOptions, CustomApiConfig, HostedApiConfig } from "@openai/chatkit";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type ChatOptions, type FromPage, PROTOCOL, type ToPage } from "../chat/bridge/messages";
import { Calls } from "./calls";
import type { Host } from "./host";
import { Page } from "./Page";
import { Report } from "./report";

/** The least of ChatKit's element: it keeps its options and says what a test has it say. */
class Element extends HTMLElement {
  given: ChatKitOptions[] = [];
  threads: (string | null)[] = [];
  setOptions(options: ChatKitOptions) {
    this.given.push(options);
  }
  setThreadId(thread: string | null) {
    this.threads.push(thread);
    return Promise.resolve();
  }
  focusComposer = vi.fn(() => Promise.resolve());
  say(name: string, detail?: unknown) {
    act(() => void this.dispatchEvent(new CustomEvent(`chatkit.${name}`, { detail })));
  }
}
customElements.define("openai-chatkit", Element);

const options: ChatOptions = {
  locale: "de-AT",
  theme: {
    scheme: "dark",
    accent: "#6bc0c2",
    background: "#141617",
    foreground: "#e9eae7",
    density: "compact",
    baseSize: 14,
    fontFamily: "system-ui",
  },
  greeting: "Hi!",
  placeholder: "Ask me…",
  disclaimer: "From here.",
  frameTitle: "Chat",
  prompts: [{ label: "What’s due?", prompt: "What’s due today?", icon: "calendar" }],
};
const device: ToPage = { type: "start", api: { kind: "device", ticket: "t" }, thread: "thr_1", options };
const hosted: ToPage = { type: "start", api: { kind: "hosted" }, thread: null, options };

async function open(start: ToPage = device) {
  const said: FromPage[] = [];
  const receivers = new Set<(message: ToPage) => void>();
  const host: Host = {
    send: (message) => said.push(message),
    onMessage: (receive) => {
      receivers.add(receive);
      return () => receivers.delete(receive);
    },
  };
  const hear = (message: ToPage) => act(() => receivers.forEach((receive) => receive(message)));
  render(
    <Page host={host} calls={new Calls(host)} report={new Report(host)} script="https://cdn.example/x.js" />,
  );
  expect(document.querySelector("script")).toBeNull();
  hear(start);
  await waitFor(() => expect(document.querySelector("openai-chatkit")).not.toBeNull());
  const element = document.querySelector<Element>("openai-chatkit");
  if (!element) throw new Error("no element");
  // It is in the page before it has its options, and before anybody listens to it.
  await act(async () => waitFor(() => expect(element.given).not.toEqual([])));
  const last = () => {
    const given = element.given.at(-1);
    if (!given) throw new Error("no options");
    return given;
  };
  const of = (type: FromPage["type"]) => said.filter((message) => message.type === type);
  return { said, of, hear, element, last };
}

beforeEach(() => {
  for (const script of document.querySelectorAll("script")) script.remove();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  return () => vi.unstubAllGlobals();
});

describe("the chat page", () => {
  it("says hello, and loads nothing before it is told to begin", async () => {
    const { said } = await open();
    expect(said[0]).toEqual({ type: "hello", protocol: PROTOCOL });
  });

  it("says ready once, and shows that it loads until then", async () => {
    const { of, element } = await open();
    expect(screen.getByRole("status")).toBeTruthy();
    element.say("ready");
    element.say("ready");
    expect(of("ready")).toHaveLength(1);
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("hands ChatKit all of its options, each time", async () => {
    const { element, hear, last } = await open();
    const all = [
      "api",
      "composer",
      "disclaimer",
      "entities",
      "frameTitle",
      "header",
      "history",
      "initialThread",
    ];
    all.push("locale", "onClientTool", "startScreen", "theme", "thread", "threadItemActions");
    expect(Object.keys(last()).sort()).toEqual(all.sort());
    expect(last().initialThread).toBe("thr_1");
    expect(last().locale).toBe("de");
    hear({ type: "options", options: { ...options, theme: { ...options.theme, scheme: "light" } } });
    expect(element.given).toHaveLength(2);
    expect(Object.keys(last()).sort()).toEqual(all);
    expect(last().theme).toMatchObject({ colorScheme: "light", color: { accent: { primary: "#6bc0c2" } } });
    expect(last().initialThread).toBe("thr_1");
    const api = last().api as CustomApiConfig;
    expect(Object.keys(api).sort()).toEqual(["domainKey", "fetch", "url"]);
  });

  it("is of one mind with the window about the thread, and about being busy", async () => {
    const { said, element, hear } = await open();
    element.say("ready");
    element.say("response.start");
    hear({ type: "thread", thread: "thr_2" });
    expect(element.threads).toEqual([]);
    element.say("response.end");
    expect(element.threads).toEqual(["thr_2"]);
    element.say("thread.change", { threadId: "thr_2" });
    expect(said.slice(-3)).toEqual([
      { type: "busy", busy: true },
      { type: "busy", busy: false },
      { type: "thread", thread: "thr_2" },
    ]);
    hear({ type: "focus" });
    expect(element.focusComposer).toHaveBeenCalledOnce();
  });

  it("passes on effects and what is to be opened, and nothing that ChatKit logs", async () => {
    const { said, element, last } = await open();
    const before = said.length;
    element.say("log", { name: "composer.submit", data: { text: "private" } });
    element.say("effect", { name: "tasks.changed", data: { group: "g" } });
    element.say("deeplink", { name: "task:018f" });
    element.say("deeplink", { name: "open", data: { entity: "list:018f" } });
    element.say("deeplink", { name: "elsewhere", data: { url: "https://elsewhere.example" } });
    last().entities?.onClick?.({ id: "tag:home", title: "home" });
    last().header?.leftAction?.onClick();
    last().header?.rightAction?.onClick();
    expect(said.slice(before)).toEqual([
      { type: "effect", name: "tasks.changed", data: { group: "g" } },
      { type: "open", entity: "task:018f" },
      { type: "open", entity: "list:018f" },
      { type: "open", entity: "tag:home" },
      { type: "header", action: "settings" },
      { type: "header", action: "close" },
    ]);
  });

  it("asks the window for what is mentioned, and finds nothing where it refuses", async () => {
    const { said, hear, last } = await open();
    const found = last().entities?.onTagSearch?.("de");
    expect(said.at(-1)).toEqual({ type: "tags", call: 1, query: "de" });
    const dentist = { id: "task:018f", title: "Dentist" };
    hear({ type: "answer", call: 1, value: [dentist] });
    expect(await found).toEqual([dentist]);
    const none = last().entities?.onTagSearch?.("x");
    hear({ type: "refusal", call: 2, message: "No." });
    expect(await none).toEqual([]);
    const preview = last().entities?.onRequestPreview?.(dentist);
    hear({ type: "answer", call: 3, value: null });
    expect(await preview).toEqual({ preview: null });
  });

  it("forwards the window's shortcuts, and no other keys", async () => {
    const { of } = await open();
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "Escape" });
    for (const key of ["c", "z", "y"]) fireEvent.keyDown(document.body, { key, ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "n" });
    expect(of("key").map((message) => "key" in message && message.key)).toEqual(["k", "Escape"]);
  });
});

describe("a chat page that fails", () => {
  it.each(["FatalAppError", "IntegrationError", "DomainVerificationRequestError"])(
    "says so once for %s, and is blank then",
    async (name) => {
      const { of, element } = await open();
      const error = Object.assign(new Error("No more."), { name });
      element.say("error", { error });
      element.say("error", { error });
      expect(of("failed")).toEqual([{ type: "failed", reason: "fatal", detail: "No more." }]);
      expect(document.querySelector("main")).toBeNull();
    },
  );

  it("goes on after an error that ChatKit shows itself", async () => {
    const { of, element } = await open();
    element.say("error", {
      error: Object.assign(new Error("No thread."), { name: "InitialThreadLoadError" }),
    });
    expect(of("error")).toEqual([{ type: "error", name: "InitialThreadLoadError", message: "No thread." }]);
    expect(of("failed")).toEqual([]);
    expect(element.isConnected).toBe(true);
  });

  it.each([false, true])("says when ChatKit has left it (it was ready: %s)", async (ready) => {
    const { of, element } = await open();
    if (ready) element.say("ready");
    element.remove();
    await waitFor(() => expect(of("failed")).toMatchObject([{ reason: "unmounted" }]));
  });

  it("says when ChatKit leaves as soon as it is ready", async () => {
    const { of, element } = await open();
    act(() => {
      element.dispatchEvent(new CustomEvent("chatkit.ready"));
      element.remove();
    });
    await waitFor(() => expect(of("failed")).toMatchObject([{ reason: "unmounted" }]));
  });

  it("says when ChatKit doesn't become ready in time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    try {
      const { of } = await open();
      await act(() => vi.advanceTimersByTimeAsync(10_000));
      expect(of("failed")).toMatchObject([{ reason: "never_ready" }]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a hosted chat page", () => {
  it("asks the window for each session", async () => {
    const { said, hear, last } = await open(hosted);
    const { getClientSecret } = last().api as HostedApiConfig;
    expect(Object.keys(last().api)).toEqual(["getClientSecret"]);
    const first = getClientSecret(null);
    expect(said.at(-1)).toEqual({ type: "secret", call: 1, current: null });
    hear({ type: "answer", call: 1, value: "ek_1" });
    expect(await first).toBe("ek_1");
    const second = getClientSecret("ek_1");
    expect(said.at(-1)).toEqual({ type: "secret", call: 2, current: "ek_1" });
    hear({ type: "refusal", call: 2, message: "Sign in again." });
    await expect(second).rejects.toThrow("Sign in again.");
    expect(said.some(({ type }) => type === "failed")).toBe(false);
  });

  it("fails without a first session", async () => {
    const { of, hear, last } = await open(hosted);
    const first = (last().api as HostedApiConfig).getClientSecret(null);
    hear({ type: "refusal", call: 1, message: "Sign in again." });
    await expect(first).rejects.toThrow("Sign in again.");
    expect(of("failed")).toEqual([{ type: "failed", reason: "no_session", detail: "Sign in again." }]);
  });

  it("has its tools run by the window", async () => {
    const { said, hear, last } = await open(hosted);
    const result = last().onClientTool?.({ name: "add_task", params: { text: "milk" } });
    expect(said.at(-1)).toEqual({ type: "tool", call: 1, name: "add_task", params: { text: "milk" } });
    hear({ type: "answer", call: 1, value: { added: 1 } });
    expect(await result).toEqual({ added: 1 });
  });
});
