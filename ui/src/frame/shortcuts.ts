/** The keys that work anywhere in the window. */
import { useEffect, useRef } from "react";

export type Command = "search" | "chat" | "undo" | "redo" | "add" | "sheet" | "back";

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

/** Which command a key is. In a text field only those with Ctrl that the field itself has no use for. */
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

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))
  );
}

/** Runs a command when its key is pressed and nothing nearer took the key. */
export function useShortcuts(run: (command: Command) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(event, isTyping(event.target));
      if (!command) return;
      // While the sheet is open, it alone is spoken to; "?" closes it as it opened it.
      if (document.querySelector('[role="dialog"]') && command !== "sheet") return;
      if (command !== "back") event.preventDefault();
      latest.current(command);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
