/** The values of a form, and the action that they go with. */
import type { WidgetNode } from "../items";
import type { Action } from "../protocol";
import { childrenOf, isRecord, words } from "./node";

export type Value = string | boolean;
export type Values = Readonly<Record<string, Value>>;

/** What a field has at first; undefined for nothing chosen, null for what is no field. */
function firstOf(node: WidgetNode): { name: string; value: Value | undefined } | null {
  const name = words(node, "name");
  switch (node.type) {
    case "Input":
    case "Textarea":
      return { name, value: words(node, "defaultValue") };
    case "Select":
    case "RadioGroup":
      return { name, value: words(node, "defaultValue") || undefined };
    case "DatePicker":
      return { name, value: dayOf(words(node, "defaultValue")) || undefined };
    case "Checkbox":
      return { name, value: node["defaultChecked"] === true };
    case "Text": {
      const editable = node["editable"];
      if (!isRecord(editable)) return null;
      return { name: words(editable, "name"), value: words(node, "value") };
    }
    default:
      return null;
  }
}

/** The day of a date and time. */
export function dayOf(time: string): string {
  return /^\d{4}-\d{2}-\d{2}/u.exec(time)?.[0] ?? "";
}

/** What the fields of a form have at first, by their names. */
export function firstValues(node: WidgetNode): Values {
  const values: Record<string, Value> = Object.create(null) as Record<string, Value>;
  collect(node, values);
  return values;
}

function collect(node: WidgetNode, values: Record<string, Value>): void {
  const field = firstOf(node);
  if (field && field.name !== "" && field.value !== undefined) values[field.name] = field.value;
  for (const child of childrenOf(node)) collect(child, values);
}

/**
 * An action with the values of a form in its payload, as the protocol has it: each under its name, in which
 * dots nest. What the payload has already stays; one that is no object takes none.
 */
export function withValues(action: Action, values: Values): Action {
  const names = Object.keys(values);
  const { payload } = action;
  if (names.length === 0 || (payload !== undefined && !isRecord(payload))) return action;
  const whole = copy(payload ?? {});
  for (const name of names) put(whole, name.split("."), values[name] as Value);
  return { ...action, payload: whole };
}

/** Without a prototype, so that no name means more than itself. */
function copy(record: Record<string, unknown>): Record<string, unknown> {
  const fresh: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(record)) fresh[name] = isRecord(value) ? copy(value) : value;
  return fresh;
}

function put(into: Record<string, unknown>, [name, ...rest]: readonly string[], value: Value): void {
  if (name === undefined) return;
  if (rest.length === 0) {
    if (!(name in into)) into[name] = value;
    return;
  }
  const inner = name in into ? into[name] : (into[name] = copy({}));
  if (isRecord(inner)) put(inner, rest, value);
}
