import type { WidgetNode } from "./protocol";

const SAYS = ["value", "label", "title"] as const;

/** The words of a widget, line by line: the built-in panel shows what it says, not how it is drawn. */
export function widgetText(node: WidgetNode): string[] {
  const own = SAYS.map((property) => node[property]).filter(
    (value): value is string => typeof value === "string" && value !== "",
  );
  // A button is something to press; here it would do nothing.
  if (node.type === "Button") return [];
  const children = Array.isArray(node.children) ? node.children : node.children ? [node.children] : [];
  return [...own.slice(0, 1), ...children.flatMap(widgetText)];
}
