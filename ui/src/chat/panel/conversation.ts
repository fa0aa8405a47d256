/** A conversation as the panel shows it, and what each event of the stream does to it. */
import type {
  AssistantContent,
  ItemUpdate,
  Page,
  ThreadItem,
  ThreadStatus,
  ThreadStreamEvent,
} from "./protocol";

export type Note =
  | { kind: "notice"; level: "info" | "warning" | "danger"; title: string | null; message: string }
  /** `message` is null for the built-in text; `retryAfter` is the user message to answer again. */
  | { kind: "error"; message: string | null; retryAfter: string | null };

export type Conversation = {
  /** Null until the server made the thread. */
  threadId: string | null;
  title: string | null;
  status: ThreadStatus;
  /** Oldest first. */
  items: readonly ThreadItem[];
  /** The cursor for older items; null when all are here. */
  older: string | null;
  /** What the assistant says it is at; gone when it says something. */
  progress: string | null;
  mayCancel: boolean;
  notes: readonly Note[];
};

export const EMPTY: Conversation = {
  threadId: null,
  title: null,
  status: { type: "active" },
  items: [],
  older: null,
  progress: null,
  mayCancel: false,
  notes: [],
};

/** The conversation after an event. Events of a kind that the panel doesn't know change nothing. */
export function applyEvent(now: Conversation, event: ThreadStreamEvent): Conversation {
  switch (event.type) {
    case "thread.created":
    case "thread.updated":
      return {
        ...now,
        threadId: event.thread.id,
        title: event.thread.title ?? null,
        status: event.thread.status,
      };
    case "thread.item.added":
    case "thread.item.done":
    case "thread.item.replaced":
      return { ...now, items: put(now.items, event.item), progress: null };
    case "thread.item.removed":
      return { ...now, items: now.items.filter((item) => item.id !== event.item_id) };
    case "thread.item.updated":
      return {
        ...now,
        items: now.items.map((item) => (item.id === event.item_id ? updated(item, event.update) : item)),
        progress: null,
      };
    case "stream_options":
      return { ...now, mayCancel: event.stream_options.allow_cancel };
    case "progress_update":
      return { ...now, progress: event.text };
    case "notice": {
      const { level, message, title = null } = event;
      return { ...now, notes: [...now.notes, { kind: "notice", level, message, title }] };
    }
    case "error": {
      const retryAfter = event.allow_retry ? lastUserMessage(now.items) : null;
      const message = event.code === "custom" ? (event.message ?? null) : null;
      return { ...now, progress: null, notes: [...now.notes, { kind: "error", message, retryAfter }] };
    }
    default:
      return now;
  }
}

/** The conversation with a page of older items before the ones it has; the page comes newest first. */
export function withOlder(now: Conversation, page: Page<ThreadItem>): Conversation {
  const have = new Set(now.items.map(({ id }) => id));
  const before = page.data.filter(({ id }) => !have.has(id)).reverse();
  return {
    ...now,
    items: [...before, ...now.items],
    older: page.has_more ? (page.after ?? page.data.at(-1)?.id ?? null) : null,
  };
}

/** The conversation cut after a user message, as the server cuts it for a retry. */
export function cutAfter(now: Conversation, itemId: string): Conversation {
  const place = now.items.findIndex(({ id }) => id === itemId);
  return place < 0 ? now : { ...now, items: now.items.slice(0, place + 1), notes: [] };
}

/** The last thing the person said. */
export function lastUserMessage(items: readonly ThreadItem[]): string | null {
  return items.findLast((item) => item.type === "user_message")?.id ?? null;
}

function put(items: readonly ThreadItem[], item: ThreadItem): ThreadItem[] {
  const place = items.findIndex(({ id }) => id === item.id);
  return place < 0 ? [...items, item] : items.with(place, item);
}

function updated(item: ThreadItem, update: ItemUpdate): ThreadItem {
  if (item.type === "assistant_message") {
    switch (update.type) {
      case "assistant_message.content_part.added":
      case "assistant_message.content_part.done":
        return { ...item, content: setAt(item.content, update.content_index, update.content) };
      case "assistant_message.content_part.text_delta": {
        const part: AssistantContent = item.content[update.content_index] ?? {
          type: "output_text",
          text: "",
          annotations: [],
        };
        const longer = { ...part, text: part.text + update.delta };
        return { ...item, content: setAt(item.content, update.content_index, longer) };
      }
      default:
        return item;
    }
  }
  if (item.type === "workflow") {
    if (update.type !== "workflow.task.added" && update.type !== "workflow.task.updated") return item;
    const tasks = setAt(item.workflow.tasks, update.task_index, update.task);
    return { ...item, workflow: { ...item.workflow, tasks } };
  }
  if (item.type === "widget" && update.type === "widget.root.updated") {
    return { ...item, widget: update.widget };
  }
  return item;
}

/** The list with a part at an index; an index past the end appends. */
function setAt<T>(list: readonly T[], index: number, value: T): T[] {
  return index >= 0 && index < list.length ? list.with(index, value) : [...list, value];
}
