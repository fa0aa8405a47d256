/** A thread as it is shown: its items, and what the events of a stream do to them. */

export class Thread {
  id = null;
  title = null;
  status = { type: "active" };
  items = [];
  /** What is under way, in words; gone when the stream ends. */
  progress = null;
  /** Notices and errors, below the items. */
  notes = [];
  mayCancel = false;

  /** A thread as the server tells it. */
  static of({ id, title, status }, items) {
    return Object.assign(new Thread(), { id, title: title ?? null, status, items });
  }

  get locked() {
    return this.status.type !== "active";
  }

  find(id) {
    return this.items.find((item) => item.id === id);
  }

  /** The last item that has this type. */
  last(type) {
    return this.items.findLast((item) => item.type === type);
  }

  /** Applies an event; throws for one that the protocol doesn't know. */
  apply(event) {
    const rule = EVENTS[event.type];
    if (!rule) throw unknown(`an event ${event.type}`);
    rule(this, event);
  }

  put(item) {
    const place = this.items.findIndex(({ id }) => id === item.id);
    if (place < 0) this.items.push(item);
    else this.items[place] = item;
  }
}

function unknown(what) {
  return Object.assign(new Error(`unknown: ${what}`), { name: "StreamEventParsingError" });
}

const describe = (thread, { thread: { id, title, status } }) =>
  Object.assign(thread, { id, title: title ?? null, status });

const EVENTS = {
  "thread.created": describe,
  "thread.updated": describe,
  "thread.item.added": (thread, { item }) => thread.put(item),
  "thread.item.done": (thread, { item }) => thread.put(item),
  "thread.item.replaced": (thread, { item }) => thread.put(item),
  "thread.item.removed": (thread, { item_id }) => {
    thread.items = thread.items.filter(({ id }) => id !== item_id);
  },
  "thread.item.updated": (thread, { item_id, update }) => {
    const item = thread.find(item_id);
    const rule = UPDATES[update.type];
    if (!item) throw unknown(`an update of the item ${item_id}`);
    if (!rule) throw unknown(`an update ${update.type}`);
    rule(item, update);
  },
  stream_options: (thread, { stream_options }) => {
    thread.mayCancel = stream_options.allow_cancel;
  },
  progress_update: (thread, { text }) => {
    thread.progress = text;
  },
  // The frame tells the page of it.
  client_effect: () => {},
  error: (thread, { code, message, allow_retry }) => {
    const words = code === "custom" && message ? message : "Something went wrong.";
    thread.notes.push({ kind: "error", message: words, retry: allow_retry });
  },
  notice: (thread, { level, message, title }) => {
    thread.notes.push({ kind: level, message: title ? `${title}: ${message}` : message });
  },
};

const UPDATES = {
  "assistant_message.content_part.added": (item, { content_index, content }) => {
    item.content[content_index] = content;
  },
  "assistant_message.content_part.text_delta": (item, { content_index, delta }) => {
    item.content[content_index].text += delta;
  },
  "assistant_message.content_part.annotation_added": (item, update) => {
    item.content[update.content_index].annotations[update.annotation_index] = update.annotation;
  },
  "assistant_message.content_part.done": (item, { content_index, content }) => {
    item.content[content_index] = content;
  },
  "workflow.task.added": (item, { task_index, task }) => item.workflow.tasks.splice(task_index, 0, task),
  "workflow.task.updated": (item, { task_index, task }) => {
    item.workflow.tasks[task_index] = task;
  },
  "widget.root.updated": (item, { widget }) => {
    item.widget = widget;
  },
  "widget.component.updated": (item, { component_id, component }) => {
    const place = nodeOf(item.widget, component_id);
    if (place) replace(place, component);
  },
  "widget.streaming_text.value_delta": (item, { component_id, delta }) => {
    const node = nodeOf(item.widget, component_id);
    if (node) node.value = (node.value ?? "") + delta;
  },
  "generated_image.updated": (item, { image }) => {
    item.image = image;
  },
};

function nodeOf(node, id) {
  if (node?.id === id) return node;
  for (const child of [node?.children ?? []].flat()) {
    const found = nodeOf(child, id);
    if (found) return found;
  }
  return null;
}

function replace(node, component) {
  for (const key of Object.keys(node)) delete node[key];
  Object.assign(node, component);
}
