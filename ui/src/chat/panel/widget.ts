/** A widget as the panel shows it: its words, line by line, and its buttons; not how it is drawn. */
import type { WidgetNode } from "./items";
import type { Action } from "./protocol";

/** A button of a widget that the server answers; `quick` ones are answered by the item alone. */
export type WidgetButton = { label: string; action: Action; quick: boolean; danger: boolean; first: boolean };
export type WidgetLine =
  /** `strong` for a title, `quiet` for what explains. */
  | { kind: "words"; words: string; look: "plain" | "strong" | "quiet" }
  /** An entry of a list that can be pressed. */
  | { kind: "row"; words: readonly string[]; button: WidgetButton };

const SAYS = ["value", "label", "title", "alt"] as const;
const STRONG = new Set(["Title"]);
const QUIET = new Set(["Caption", "Badge", "Label"]);
/** They are filled in and sent with a form, which this panel doesn't draw. */
const FIELDS = new Set(["Input", "Textarea", "Select", "DatePicker", "Checkbox", "RadioGroup"]);

/** The words of a widget and the buttons that work here, each in their order. */
export function readWidget(root: WidgetNode): { lines: WidgetLine[]; buttons: WidgetButton[] } {
  const lines: WidgetLine[] = [];
  const buttons: WidgetButton[] = [];
  walk(root, { lines, buttons, inForm: root["asForm"] === true });
  for (const [part, first] of [
    ["confirm", true],
    ["cancel", false],
  ] as const) {
    const act = root[part];
    // Without the fields, confirming would send a form that nobody filled in.
    if (!isRecord(act) || (root["asForm"] === true && first)) continue;
    const button = buttonOf(act["label"], act["action"], root);
    if (button) buttons.push({ ...button, first });
  }
  return { lines, buttons };
}

type Found = { lines: WidgetLine[]; buttons: WidgetButton[]; inForm: boolean };

function walk(node: WidgetNode, found: Found): void {
  if (FIELDS.has(node.type)) return;
  if (node.type === "Button") {
    const button = buttonOf(node["label"], node["onClickAction"], node);
    const works = node["submit"] !== true && node["disabled"] !== true && !found.inForm;
    if (button && works) found.buttons.push(button);
    return;
  }
  if (node.type === "ListViewItem") {
    const words = wordsIn(node);
    const button = buttonOf(words[0], node["onClickAction"], node);
    if (button) {
      found.lines.push({ kind: "row", words, button });
      return;
    }
  }
  // A chart is its figures, drawn; they are data and no sentence.
  if (node.type === "Chart") return;
  const words = ownWords(node);
  if (words !== null) {
    const look = STRONG.has(node.type) ? "strong" : QUIET.has(node.type) ? "quiet" : "plain";
    found.lines.push({ kind: "words", words, look });
  }
  const inForm = found.inForm || node.type === "Form";
  for (const child of childrenOf(node)) walk(child, { ...found, inForm });
}

function wordsIn(node: WidgetNode): string[] {
  if (node.type === "Button" || FIELDS.has(node.type)) return [];
  const own = ownWords(node);
  return [...(own === null ? [] : [own]), ...childrenOf(node).flatMap(wordsIn)];
}

function ownWords(node: WidgetNode): string | null {
  for (const property of SAYS) {
    const value = node[property];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}

function childrenOf({ children }: WidgetNode): readonly WidgetNode[] {
  if (children === undefined) return [];
  return Array.isArray(children) ? children : [children];
}

function buttonOf(label: unknown, action: unknown, node: WidgetNode): WidgetButton | null {
  if (typeof label !== "string" || label === "" || !isRecord(action)) return null;
  const { type, payload, handler, streaming } = action;
  // What the page itself would have to do, no page here does.
  if (typeof type !== "string" || handler === "client") return null;
  return {
    label,
    action: payload === undefined ? { type } : { type, payload },
    quick: streaming === false,
    danger: node["color"] === "danger",
    first: node["style"] === "primary",
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
