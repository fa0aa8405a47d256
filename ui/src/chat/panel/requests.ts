/** Asking the ChatKit server of this computer, over the host. */
import { call, channel } from "../../ipc/host";
import type { UserContent } from "./items";
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

/** Waits until no answer is under way in a thread, whoever asked for it. */
export async function settled(threadId: string): Promise<void> {
  await call("chat_settled", { thread: threadId });
}

/** What a person wrote, as a message. */
export function messageOf(content: readonly UserContent[]): UserMessageInput {
  return { content: [...content], attachments: [], quoted_text: null, inference_options: {} };
}
