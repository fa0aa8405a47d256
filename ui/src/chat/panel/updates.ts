/** What an update does to the item that it is for. */
import type { AssistantContent, ItemUpdate, ThreadItem, WidgetNode } from "./items";

/** The item after an update. One of a kind that doesn't fit the item changes nothing. */
export function updated(item: ThreadItem, update: ItemUpdate): ThreadItem {
  switch (update.type) {
    case "assistant_message.content_part.added":
    case "assistant_message.content_part.done":
      if (item.type !== "assistant_message") return item;
      return { ...item, content: setAt(item.content, update.content_index, update.content) };
    case "assistant_message.content_part.text_delta":
      return withPart(item, update.content_index, (part) => ({ ...part, text: part.text + update.delta }));
    case "assistant_message.content_part.annotation_added":
      return withPart(item, update.content_index, (part) => ({
        ...part,
        annotations: setAt(part.annotations, update.annotation_index, update.annotation),
      }));
    case "workflow.task.added":
    case "workflow.task.updated": {
      if (item.type !== "workflow") return item;
      const tasks = setAt(item.workflow.tasks, update.task_index, update.task);
      return { ...item, workflow: { ...item.workflow, tasks } };
    }
    case "widget.root.updated":
      return item.type === "widget" ? { ...item, widget: update.widget } : item;
    case "widget.component.updated":
      return withNode(item, update.component_id, () => update.component);
    case "widget.streaming_text.value_delta":
      return withNode(item, update.component_id, (node) => ({
        ...node,
        value: (typeof node["value"] === "string" ? node["value"] : "") + update.delta,
      }));
    case "generated_image.updated":
      return item.type === "generated_image" ? { ...item, image: update.image } : item;
    default:
      return item;
  }
}

function withPart(
  item: ThreadItem,
  index: number,
  change: (part: AssistantContent) => AssistantContent,
): ThreadItem {
  if (item.type !== "assistant_message") return item;
  const part = item.content[index] ?? { type: "output_text", text: "", annotations: [] };
  return { ...item, content: setAt(item.content, index, change(part)) };
}

function withNode(item: ThreadItem, id: string, change: (node: WidgetNode) => WidgetNode): ThreadItem {
  return item.type === "widget" ? { ...item, widget: changed(item.widget, id, change) } : item;
}

function changed(node: WidgetNode, id: string, change: (node: WidgetNode) => WidgetNode): WidgetNode {
  if (node.id === id) return change(node);
  const { children } = node;
  if (children === undefined) return node;
  return {
    ...node,
    children: Array.isArray(children)
      ? children.map((child) => changed(child, id, change))
      : changed(children, id, change),
  };
}

/** The list with a part at an index; an index past the end appends. */
function setAt<T>(list: readonly T[], index: number, value: T): T[] {
  return index >= 0 && index < list.length ? list.with(index, value) : [...list, value];
}
