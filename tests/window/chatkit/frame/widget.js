/** Widgets, drawn plainly: their words, and buttons that act. */
import { button, make } from "./dom.js";

const WORDS = ["Text", "Title", "Caption", "Markdown", "Badge", "Label"];

/** `onAction` is told of a click, with the action of the button. */
export function drawWidget(node, onAction) {
  if (WORDS.includes(node.type)) return make("div", null, {}, String(node.value ?? node.label ?? ""));
  if (node.type === "Button") {
    const action = node.onClickAction;
    return button("widget-button", node.label ?? "", () => action && onAction(action), {
      disabled: node.disabled === true,
    });
  }
  const children = [node.children ?? []].flat().map((child) => drawWidget(child, onAction));
  return make("div", node.type === "Card" || node.type === "ListView" ? "widget" : null, {}, ...children);
}
