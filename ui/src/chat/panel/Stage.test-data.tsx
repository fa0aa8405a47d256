/** The panel on a stage, for tests: over a scripted host, without the rest of the window. */
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { expect, vi } from "vitest";
import type { Why } from "../way";
import { BuiltIn } from "./BuiltIn";
import { ScriptedHost, stage } from "./chat.test-data";
import type { ThreadItem } from "./items";
import { useChat } from "./useChat";

export const onOpen = vi.fn();
export const onLink = vi.fn();
export const onTryAgain = vi.fn();

/** A new host, and what a browser has and jsdom lacks. */
export function begin(): ScriptedHost {
  stage.host = new ScriptedHost();
  onOpen.mockReset();
  onLink.mockReset();
  onTryAgain.mockReset();
  localStorage.clear();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => undefined;
  return stage.host;
}

export function Panel({ why = null, history = false }: { why?: Why | null; history?: boolean }) {
  const chat = useChat();
  const writing = useRef<HTMLTextAreaElement>(null);
  return (
    <BuiltIn
      chat={chat}
      field={writing}
      why={why}
      onTryAgain={onTryAgain}
      history={history}
      onBack={() => undefined}
      onOpen={onOpen}
      onLink={onLink}
      greeting="Hi! I can help you manage your tasks. Try asking what’s due."
      prompts={[{ label: "What’s due?", prompt: "What is due today?" }]}
    />
  );
}

export const field = () => screen.getByLabelText<HTMLTextAreaElement>("Ask me to manage your tasks…");

/** Shows a thread that is there already. */
export async function openThread(items: ThreadItem[]) {
  stage.host.items = items;
  localStorage.setItem("chat.thread", "thr_1");
  render(<Panel />);
  await waitFor(() => expect(stage.host.all("items.list")).toHaveLength(1));
  return userEvent.setup();
}

/** A failure as the host rejects with it. */
export function refusal(code: string, message: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(message), { code, message }));
}
