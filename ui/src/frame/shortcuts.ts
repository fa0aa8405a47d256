/** The keys that work anywhere in the window. */
import { useCallback, useEffect, useRef } from "react";
import { type Command, commandOf, isTyping, type Key } from "../keys/commands";

/** Whether a command may run. While a dialog is open, it alone is spoken to; "?" closes the sheet as it opened it. */
function mayRun(command: Command): boolean {
  return command === "sheet" || document.querySelector('[role="dialog"]') === null;
}

/**
 * Runs a command when its key is pressed and nothing nearer took the key. What it gives back runs the command of a
 * key that was pressed where the window can't hear it, in the chat's frame.
 */
export function useShortcuts(run: (command: Command) => void): (key: Key) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(event, isTyping(event.target));
      if (!command || !mayRun(command)) return;
      if (command !== "back") event.preventDefault();
      latest.current(command);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return useCallback((key) => {
    // Others' script runs in that frame and can say that any key was pressed: never one that changes something.
    const command = commandOf(key, true);
    if (command && mayRun(command)) latest.current(command);
  }, []);
}
