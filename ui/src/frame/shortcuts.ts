/** The keys that work anywhere in the window. */
import { useCallback, useEffect, useRef } from "react";
import { type CommandId, fromFrame } from "../keys/commands";
import { commandOf, commandOfSequence, isPlain, isPrefix, isTyping, type Key } from "../keys/keyboard";

/** How long the second key of a sequence is waited for, in milliseconds. */
const WAITS = 1500;

/** Whether a command may run. While a dialog is open, it alone is spoken to; "?" closes the sheet as it opened it. */
function mayRun(command: CommandId): boolean {
  return command === "sheet" || document.querySelector('[role="dialog"], [role="alertdialog"]') === null;
}

/**
 * Runs a command when its key is pressed and nothing nearer took the key. `letters` says whether single letters are
 * commands. What it gives back runs the command of a key that was pressed where the window can't hear it, in the
 * chat's frame.
 */
export function useShortcuts(run: (command: CommandId) => void, letters: boolean): (key: Key) => void {
  const latest = useRef({ run, letters });
  useEffect(() => {
    latest.current = { run, letters };
  });
  useEffect(() => {
    let first: { key: Key; at: number } | null = null;
    const commandFor = (event: KeyboardEvent): CommandId | null => {
      const typing = isTyping(event.target);
      if (typing) first = null;
      const begun = first !== null && event.timeStamp - first.at < WAITS ? first.key : null;
      first = null;
      if (isPlain(event) && !latest.current.letters && !typing) return null;
      if (begun) {
        const command = commandOfSequence(begun, event);
        if (command) return command;
      }
      if (!typing && isPrefix(event)) {
        first = { key: event, at: event.timeStamp };
        return null;
      }
      return commandOf(event, "window", typing);
    };
    const onKey = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        ["Shift", "Control", "Alt", "Meta"].includes(event.key)
      )
        return;
      const command = commandFor(event);
      if (!command || !mayRun(command)) return;
      if (command !== "back") event.preventDefault();
      latest.current.run(command);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return useCallback((key) => {
    const command = commandOf(key, "window", true);
    if (command && fromFrame.has(command) && mayRun(command)) latest.current.run(command);
  }, []);
}
