/** A conversation as the panel shows it, and what each event of the stream does to it. */
import type { ThreadItem } from "./items";
import type { Page, ThreadStatus, ThreadStreamEvent } from "./protocol";
import { updated } from "./updates";

export type Note =
  | { kind: "notice"; level: "info" | "warning" | "danger"; title: string | null; message: string }
  /** `message` is null for the built-in text; `retryAfter` is the user message to answer again. */
  | { kind: "error"; message: string | null; retryAfter: string | null };

/** What an answer changed in the person's tasks. */
export type Changes = {
  /** The groups by which it can be taken back, oldest first. */
  groups: readonly string[];
  /** It has been taken back. */
  back: boolean;
  /** What taking it back did, or why it didn't. */
  said: string | null;
};

export type Feedback = "positive" | "negative";

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
  /** By answer; see `answerKey`. */
  changes: Readonly<Record<string, Changes>>;
  /** What the person thinks of an answer, by answer. */
  feedback: Readonly<Record<string, Feedback>>;
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
  changes: {},
  feedback: {},
};

/** The key of the answer to a user message, `null` for what the assistant said of its own accord. */
export function answerKey(userMessage: string | null): string {
  return userMessage ?? "";
}

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
    case "client_effect": {
      const group = event.data?.["group"];
      return event.name === "tasks.changed" && typeof group === "string" ? withGroup(now, group) : now;
    }
    default:
      return now;
  }
}

/** The conversation after the answer under way changed tasks. */
function withGroup(now: Conversation, group: string): Conversation {
  const key = answerKey(lastUserMessage(now.items));
  const before = now.changes[key];
  // What was taken back before is done with.
  const groups = before && !before.back ? before.groups : [];
  if (groups.includes(group)) return now;
  return {
    ...now,
    changes: { ...now.changes, [key]: { groups: [...groups, group], back: false, said: null } },
  };
}

/** The conversation after the person took an answer's changes back, or could not. */
export function withTakenBack(now: Conversation, key: string, back: boolean, said: string): Conversation {
  const before = now.changes[key];
  return before ? { ...now, changes: { ...now.changes, [key]: { ...before, back, said } } } : now;
}

/** The conversation with what the person thinks of an answer; `undefined` for nothing. */
export function withFeedback(now: Conversation, key: string, kind: Feedback | undefined): Conversation {
  const others = Object.entries(now.feedback).filter(([each]) => each !== key);
  return { ...now, feedback: Object.fromEntries(kind === undefined ? others : [...others, [key, kind]]) };
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
