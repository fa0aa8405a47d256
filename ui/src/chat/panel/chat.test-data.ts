/** The host's side of the chat, for tests: what it was asked, and what it answers. */
import type { Entity } from "../../ipc/bindings/Entity";
import type { ThreadItem } from "./items";
import type { StreamingRequest, Thread, ThreadStatus, ThreadStreamEvent } from "./protocol";

type Send = (event: ThreadStreamEvent) => void;
type Request = StreamingRequest | { type: string; params: Record<string, unknown> };

const created_at = "2026-11-21T09:00:00Z";
const base = { thread_id: "thr_1", created_at };
export const said = (id: string, text: string): ThreadItem => ({
  ...base,
  id,
  type: "user_message",
  content: [{ type: "input_text", text }],
});
export const answered = (id: string, text: string): ThreadItem => ({
  ...base,
  id,
  type: "assistant_message",
  content: [{ type: "output_text", text, annotations: [] }],
});
export const did = (id: string, title: string): ThreadItem => ({
  ...base,
  id,
  type: "workflow",
  workflow: { type: "custom", tasks: [], summary: { title }, expanded: false },
});
export const milk: Entity = {
  id: "task:milk",
  title: "Buy milk",
  icon: "check-circle",
  group: "Tasks",
  interactive: true,
  data: { due: "Today", list: "Home" },
};
export const home: Entity = {
  ...milk,
  id: "list:home",
  title: "Home",
  group: "Lists",
  data: { count: "3 tasks" },
};
export { base };

export class ScriptedHost {
  /** Every command with what it was given; ChatKit requests by their type. */
  readonly asked: { name: string; params: unknown }[] = [];
  items: ThreadItem[] = [];
  status: ThreadStatus = { type: "active" };
  /** Answers a streaming request; the answer ends when it settles. */
  answer: (request: StreamingRequest, send: Send) => void | Promise<void> = () => undefined;
  /** Answers other commands and JSON requests, by name. */
  readonly on: Record<string, (params: never) => unknown> = {};

  call = async (name: string, args: Record<string, unknown> = {}): Promise<unknown> => {
    if (name !== "chat") {
      this.asked.push({ name, params: args });
      const answer = this.on[name];
      if (answer) return answer(args as never);
      return name === "chat_settled" ? false : name === "chat_tags" ? [] : null;
    }
    const { type, params } = JSON.parse(args["body"] as string) as Request;
    this.asked.push({ name: type, params });
    const answer = this.on[type];
    if (answer) return answer(params as never);
    if (type === "threads.get_by_id") return this.thread();
    if (type === "items.list") return { data: this.items.toReversed(), has_more: false };
    if (type === "items.feedback") return {};
    const { onmessage } = args["events"] as { onmessage: Send };
    await this.answer({ type, params } as StreamingRequest, onmessage);
    return null;
  };

  channel = (onmessage: Send) => ({ onmessage });

  thread(): Thread {
    return {
      id: "thr_1",
      created_at,
      title: "Milk",
      status: this.status,
      items: { data: [], has_more: false },
    };
  }

  /** What was asked by a name, oldest first. */
  all(name: string): unknown[] {
    return this.asked.filter((each) => each.name === name).map(({ params }) => params);
  }
}

/** The host of the test that runs; `begin` makes a new one. */
export const stage = { host: new ScriptedHost() };

/** What stands in place of `ipc/host`. */
export const door = {
  call: (name: string, args?: Record<string, unknown>) => stage.host.call(name, args),
  channel: (onmessage: Send) => stage.host.channel(onmessage),
};
