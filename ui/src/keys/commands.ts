/** Which command of the window a key is. */

export type Command = "search" | "chat" | "undo" | "redo" | "add" | "sheet" | "back";

export type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

/** In a text field only those with Ctrl that the field itself has no use for. */
export function commandOf(event: Key, typing: boolean): Command | null {
  const { altKey, shiftKey } = event;
  const key = event.key.toLowerCase();
  if (altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    if (key === "k" && !shiftKey) return "search";
    if (key === "j" && !shiftKey) return "chat";
    if (typing) return null;
    if (key === "z") return shiftKey ? "redo" : "undo";
    if (key === "y" && !shiftKey) return "redo";
    return null;
  }
  if (key === "escape") return "back";
  if (typing) return null;
  if (key === "/") return "search";
  if (key === "?") return "sheet";
  if (key === "n" && !shiftKey) return "add";
  return null;
}

/** Whether what has the keyboard takes letters. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))
  );
}
