/** Asking the ChatKit server of this computer, over the host. */
import { call, channel } from "../../ipc/host";
import type { JsonRequests, StreamingRequest, ThreadStreamEvent, UserMessageInput } from "./protocol";

/** One question, one answer. */
export async function ask<K extends keyof JsonRequests>(
  type: K,
  params: JsonRequests[K][0],
): Promise<JsonRequests[K][1]> {
  const body = JSON.stringify({ type, params });
  const events = channel<ThreadStreamEvent>(() => undefined);
  return (await call("chat", { body, turn: crypto.randomUUID(), events })) as JsonRequests[K][1];
}

/** A turn: events as they come. Settles after the last; `cancel` ends it early. */
export function stream(
  request: StreamingRequest,
  onEvent: (event: ThreadStreamEvent) => void,
): { done: Promise<unknown>; cancel: () => Promise<unknown> } {
  const turn = crypto.randomUUID();
  const events = channel<ThreadStreamEvent>(onEvent);
  return {
    done: call("chat", { body: JSON.stringify(request), turn, events }),
    cancel: () => call("chat_cancel", { turn }),
  };
}

/** What a person typed, as a message. */
export function messageOf(text: string): UserMessageInput {
  return {
    content: [{ type: "input_text", text }],
    attachments: [],
    quoted_text: null,
    inference_options: {},
  };
}
