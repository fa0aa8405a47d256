/** The ChatKit server protocol as of openai-chatkit 1.6.5. Null fields are left out on the wire. */
import type { ItemUpdate, ThreadItem, UserContent } from "./items";

export type Page<T> = { data: T[]; has_more: boolean; after?: string };

export type ThreadStatus =
  { type: "active" } | { type: "locked"; reason?: string } | { type: "closed"; reason?: string };

export type Thread = {
  id: string;
  /** RFC 3339. */
  created_at: string;
  title?: string;
  status: ThreadStatus;
  /** Hosts that images of widgets may come from; this panel loads none. */
  allowed_image_domains?: string[];
  metadata?: Record<string, unknown>;
  items: Page<ThreadItem>;
};

export type ThreadStreamEvent =
  | { type: "thread.created"; thread: Thread }
  | { type: "thread.updated"; thread: Thread }
  | { type: "thread.item.added"; item: ThreadItem }
  | { type: "thread.item.updated"; item_id: string; update: ItemUpdate }
  | { type: "thread.item.done"; item: ThreadItem }
  | { type: "thread.item.replaced"; item: ThreadItem }
  | { type: "thread.item.removed"; item_id: string }
  | { type: "stream_options"; stream_options: { allow_cancel: boolean } }
  | { type: "progress_update"; text: string; icon?: string }
  | { type: "client_effect"; name: string; data?: Record<string, unknown> }
  | { type: "error"; code: "stream.error" | "custom"; message?: string; allow_retry: boolean }
  | { type: "notice"; level: "info" | "warning" | "danger"; message: string; title?: string };

export type UserMessageInput = {
  content: UserContent[];
  /** Ids. */
  attachments: string[];
  quoted_text: string | null;
  inference_options: { tool_choice?: { id: string } | null; model?: string | null };
};

/** What a button of a widget sends. */
export type Action = { type: string; payload?: unknown };
type CustomAction = { thread_id: string; item_id?: string; action: Action };

/** The answers to a structured input, by the id of the question. */
export type StructuredAnswers = {
  status: "answered" | "skipped";
  answers: Record<string, { values: string[]; skipped: boolean }>;
};

/** The requests that are answered by events. */
export type StreamingRequest =
  | { type: "threads.create"; params: { input: UserMessageInput } }
  | { type: "threads.add_user_message"; params: { thread_id: string; input: UserMessageInput } }
  | { type: "threads.add_client_tool_output"; params: { thread_id: string; result: unknown } }
  | {
      type: "threads.add_structured_input";
      params: { thread_id: string; item_id: string; input: StructuredAnswers };
    }
  | { type: "threads.retry_after_item"; params: { thread_id: string; item_id: string } }
  | { type: "threads.custom_action"; params: CustomAction };

type Listing = { limit?: number; order?: "asc" | "desc"; after?: string };
type Attached = { type: "file" | "image"; id: string; name: string; mime_type: string; preview_url?: string };

/** The requests with one answer, and what they answer. */
export type JsonRequests = {
  "threads.get_by_id": [{ thread_id: string }, Thread];
  "threads.list": [Listing, Page<Thread>];
  "threads.update": [{ thread_id: string; title: string }, Thread];
  "threads.delete": [{ thread_id: string }, Record<string, never>];
  "items.list": [Listing & { thread_id: string }, Page<ThreadItem>];
  "items.feedback": [
    { thread_id: string; item_ids: string[]; kind: "positive" | "negative" },
    Record<string, never>,
  ];
  "threads.sync_custom_action": [CustomAction, { updated_item?: ThreadItem }];
  "attachments.create": [{ name: string; size: number; mime_type: string }, Attached];
  "attachments.delete": [{ attachment_id: string }, Record<string, never>];
  "input.transcribe": [{ audio_base64: string; mime_type: string }, { text: string }];
};
