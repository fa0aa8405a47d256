/** What a thread of the ChatKit protocol consists of: items, and updates of an item that streams. */

export type UserContent =
  | { type: "input_text"; text: string }
  | {
      type: "input_tag";
      id: string;
      text: string;
      data: Record<string, unknown>;
      group?: string;
      interactive?: boolean;
    };

type SourceBase = { title: string; description?: string; timestamp?: string; group?: string };
export type UrlSource = SourceBase & { type: "url"; url: string; attribution?: string };
export type FileSource = SourceBase & { type: "file"; filename: string };
export type EntitySource = SourceBase & {
  type: "entity";
  id: string;
  icon?: string;
  label?: string;
  inline_label?: string;
  interactive?: boolean;
  data?: Record<string, unknown>;
};
export type Source = UrlSource | FileSource | EntitySource;

/** What a part of an answer speaks of; `index` is a place in its text, and without one it is the whole. */
export type Annotation = { type: "annotation"; index?: number; source: Source };
export type AssistantContent = { type: "output_text"; text: string; annotations: Annotation[] };

type TaskBase = { status_indicator: "none" | "loading" | "complete"; title?: string };
/** One step of a workflow; not a task of the person. */
export type WorkflowTask =
  | (TaskBase & { type: "custom"; icon?: string; content?: string })
  | (TaskBase & { type: "thought"; content: string })
  | (TaskBase & { type: "web_search"; title_query?: string; queries: string[]; sources?: UrlSource[] })
  | (TaskBase & { type: "file"; sources?: FileSource[] })
  | (TaskBase & { type: "image" });

export type Workflow = {
  type: "custom" | "reasoning";
  tasks: WorkflowTask[];
  /** A title, or how long it took in seconds. */
  summary?: { title: string; icon?: string } | { duration: number };
  expanded: boolean;
};

export type WidgetNode = {
  type: string;
  id?: string;
  children?: WidgetNode[] | WidgetNode;
  [property: string]: unknown;
};

export type Attachment = {
  type: "file" | "image";
  id: string;
  name: string;
  mime_type: string;
  preview_url?: string;
};

type Answered = { values: string[]; skipped: boolean };
export type Question = { id: string; question: string; answer?: Answered } & (
  | { type: "multiple_choice"; options: { value: string }[]; multiple: boolean }
  | { type: "freeform"; description?: string }
);

export type GeneratedImage = { id: string; url: string };

type ItemBase = {
  id: string;
  thread_id: string;
  /** RFC 3339. */
  created_at: string;
};
export type UserMessage = ItemBase & {
  type: "user_message";
  content: UserContent[];
  attachments?: Attachment[];
  quoted_text?: string;
  inference_options?: { tool_choice?: { id: string }; model?: string };
};
export type AssistantMessage = ItemBase & { type: "assistant_message"; content: AssistantContent[] };
export type WorkflowItem = ItemBase & { type: "workflow"; workflow: Workflow };
export type TaskItem = ItemBase & { type: "task"; task: WorkflowTask };
export type WidgetItem = ItemBase & { type: "widget"; widget: WidgetNode; copy_text?: string };
export type StructuredInputItem = ItemBase & {
  type: "structured_input";
  status: "pending" | "answered" | "skipped";
  inputs: Question[];
};
export type GeneratedImageItem = ItemBase & { type: "generated_image"; image?: GeneratedImage };
export type ClientToolCallItem = ItemBase & {
  type: "client_tool_call";
  status: "pending" | "completed";
  call_id: string;
  name: string;
  arguments: Record<string, unknown>;
  output?: unknown;
};
export type ThreadItem =
  | UserMessage
  | AssistantMessage
  | WorkflowItem
  | TaskItem
  | WidgetItem
  | StructuredInputItem
  | GeneratedImageItem
  | ClientToolCallItem
  | (ItemBase & { type: "end_of_turn" });

export type ItemUpdate =
  | { type: "assistant_message.content_part.added"; content_index: number; content: AssistantContent }
  | { type: "assistant_message.content_part.text_delta"; content_index: number; delta: string }
  | {
      type: "assistant_message.content_part.annotation_added";
      content_index: number;
      annotation_index: number;
      annotation: Annotation;
    }
  | { type: "assistant_message.content_part.done"; content_index: number; content: AssistantContent }
  | { type: "workflow.task.added"; task_index: number; task: WorkflowTask }
  | { type: "workflow.task.updated"; task_index: number; task: WorkflowTask }
  | { type: "widget.root.updated"; widget: WidgetNode }
  | { type: "widget.component.updated"; component_id: string; component: WidgetNode }
  | { type: "widget.streaming_text.value_delta"; component_id: string; delta: string; done: boolean }
  | { type: "generated_image.updated"; image: GeneratedImage; progress?: number };
