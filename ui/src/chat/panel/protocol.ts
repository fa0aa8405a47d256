/** The part of the ChatKit server protocol that the built-in panel speaks. Null fields are left out on the wire. */

export type Page<T> = { data: T[]; has_more: boolean; after?: string };

export type ThreadStatus =
  { type: "active" } | { type: "locked"; reason?: string } | { type: "closed"; reason?: string };

export type Thread = {
  id: string;
  /** RFC 3339. */
  created_at: string;
  title?: string;
  status: ThreadStatus;
  items: Page<ThreadItem>;
};

export type UserContent =
  | { type: "input_text"; text: string }
  | { type: "input_tag"; id: string; text: string; data: Record<string, unknown>; interactive?: boolean };

export type AssistantContent = { type: "output_text"; text: string; annotations: unknown[] };

type TaskBase = { status_indicator: "none" | "loading" | "complete"; title?: string };
/** One step of a workflow; not a task of the person. */
export type WorkflowTask =
  | (TaskBase & { type: "custom"; icon?: string; content?: string })
  | (TaskBase & { type: "thought"; content: string })
  | (TaskBase & { type: "web_search"; title_query?: string; queries: string[] })
  | (TaskBase & { type: "file" | "image" });

export type Workflow = {
  type: "custom" | "reasoning";
  tasks: WorkflowTask[];
  /** A title, or how long it took in seconds. */
  summary?: { title: string; icon?: string } | { duration: number };
  expanded: boolean;
};

type ItemBase = { id: string; thread_id: string; created_at: string };
export type UserMessage = ItemBase & { type: "user_message"; content: UserContent[]; quoted_text?: string };
export type AssistantMessage = ItemBase & { type: "assistant_message"; content: AssistantContent[] };
export type WorkflowItem = ItemBase & { type: "workflow"; workflow: Workflow };
export type TaskItem = ItemBase & { type: "task"; task: WorkflowTask };
export type WidgetItem = ItemBase & { type: "widget"; widget: WidgetNode; copy_text?: string };
export type StructuredInputItem = ItemBase & {
  type: "structured_input";
  status: "pending" | "answered" | "skipped";
  inputs: { id: string; question: string }[];
};
export type ThreadItem =
  | UserMessage
  | AssistantMessage
  | WorkflowItem
  | TaskItem
  | WidgetItem
  | StructuredInputItem
  | (ItemBase & { type: "client_tool_call" | "generated_image" | "end_of_turn" });

export type WidgetNode = { type: string; children?: WidgetNode[] | WidgetNode; [property: string]: unknown };

export type ItemUpdate =
  | { type: "assistant_message.content_part.added"; content_index: number; content: AssistantContent }
  | { type: "assistant_message.content_part.text_delta"; content_index: number; delta: string }
  | { type: "assistant_message.content_part.annotation_added"; content_index: number }
  | { type: "assistant_message.content_part.done"; content_index: number; content: AssistantContent }
  | { type: "workflow.task.added"; task_index: number; task: WorkflowTask }
  | { type: "workflow.task.updated"; task_index: number; task: WorkflowTask }
  | { type: "widget.root.updated"; widget: WidgetNode }
  | { type: "widget.component.updated" | "widget.streaming_text.value_delta" | "generated_image.updated" };

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
  | { type: "client_effect"; name: string }
  | { type: "error"; code: "stream.error" | "custom"; message?: string; allow_retry: boolean }
  | { type: "notice"; level: "info" | "warning" | "danger"; message: string; title?: string };

export type UserMessageInput = {
  content: UserContent[];
  attachments: string[];
  quoted_text: string | null;
  inference_options: Record<string, never>;
};

export type StreamingRequest =
  | { type: "threads.create"; params: { input: UserMessageInput } }
  | { type: "threads.add_user_message"; params: { thread_id: string; input: UserMessageInput } }
  | { type: "threads.retry_after_item"; params: { thread_id: string; item_id: string } };

/** The requests with one answer, and what they answer. */
export type JsonRequests = {
  "threads.get_by_id": [{ thread_id: string }, Thread];
  "threads.list": [{ limit: number; order: "asc" | "desc"; after?: string }, Page<Thread>];
  "threads.update": [{ thread_id: string; title: string }, Thread];
  "threads.delete": [{ thread_id: string }, Record<string, never>];
  "items.list": [
    { thread_id: string; limit: number; order: "asc" | "desc"; after?: string },
    Page<ThreadItem>,
  ];
};
