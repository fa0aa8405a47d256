/** Reads the parts of a widget. They come from outside: nothing is taken to be of the kind it should be. */
import type { WidgetNode } from "../items";
import type { Action } from "../protocol";

/** What a press does. `client` is what only the page that the widget was made for could do. */
export type Act = { action: Action; quick: boolean; client: boolean };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property that is words; empty where there are none. */
export function words(node: Record<string, unknown>, property: string): string {
  const value = node[property];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function childrenOf({ children }: WidgetNode): readonly WidgetNode[] {
  if (children === undefined) return [];
  return (Array.isArray(children) ? children : [children]).filter(isNode);
}

function isNode(value: unknown): value is WidgetNode {
  return isRecord(value) && typeof value["type"] === "string";
}

/** The options of a choice. */
export function optionsOf(node: WidgetNode): { value: string; label: string; disabled: boolean }[] {
  const options: unknown[] = Array.isArray(node["options"]) ? node["options"] : [];
  return options.filter(isRecord).flatMap((option) => {
    const { value, disabled } = option;
    if (typeof value !== "string") return [];
    return [{ value, label: words(option, "label") || value, disabled: disabled === true }];
  });
}

/** The names of the fields that have a label of their own. */
export function labelledIn(node: WidgetNode): readonly string[] {
  const own = node.type === "Label" ? [words(node, "fieldName")] : [];
  return [...own, ...childrenOf(node).flatMap(labelledIn)];
}

export function actOf(value: unknown): Act | null {
  if (!isRecord(value) || typeof value["type"] !== "string") return null;
  const { type, payload, handler, streaming } = value;
  return {
    action: payload === undefined || payload === null ? { type } : { type, payload },
    quick: streaming === false,
    client: handler === "client",
  };
}
