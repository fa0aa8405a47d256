/** Keys pressed in the list: which command each is, and when a key is left to others. */
import { useRef, type KeyboardEvent } from "react";
import type { CommandId } from "../keys/commands";
import { commandOf, commandOfSequence, isPlain, isPrefix, type Key } from "../keys/keyboard";

/** How long the second key of a sequence is left to the window, in milliseconds. */
const WAITS = 1500;

/** Commands that go on while a key is held down. */
const REPEATS: ReadonlySet<CommandId> = new Set([
  "up",
  "down",
  "page_up",
  "page_down",
  "select_up",
  "select_down",
]);

type Options = {
  /** Whether single letters are commands. */
  letters: boolean;
  /** Whether Tab puts tasks below others; else it goes where Tab goes. */
  nests: boolean;
  /** Runs a command; gives back whether anybody could. */
  run: (id: CommandId) => boolean;
};

export type KeyDispatch = {
  onKeyDown: (event: KeyboardEvent) => void;
  /** Says that the keyboard came from outside, or is to leave: the next Tab goes on, and changes nothing. */
  letTabPass: () => void;
  /** Says that somebody is at work in the list: Tab is a command again. */
  holdTab: () => void;
};

export function useKeyDispatch({ letters, nests, run }: Options): KeyDispatch {
  const passes = useRef(true);
  const begun = useRef<{ key: Key; at: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key) || event.nativeEvent.isComposing) return;
    const first = begun.current;
    begun.current = null;
    // "g t" is the window's; its second key is no command here.
    if (first && event.timeStamp - first.at < WAITS && commandOfSequence(first.key, event) !== null) return;
    if (event.key === "Tab") {
      if (!nests || passes.current) return;
    } else passes.current = false;
    if (isPlain(event) && !letters) return;
    const command = commandOf(event, "list", false);
    if (command === null) {
      if (isPrefix(event)) begun.current = { key: event.nativeEvent, at: event.timeStamp };
      return;
    }
    if (event.repeat && !REPEATS.has(command)) {
      event.preventDefault();
      return;
    }
    // Words that are marked are what is copied.
    if (command === "copy" && (document.getSelection()?.toString() ?? "") !== "") return;
    if (run(command)) event.preventDefault();
  };
  return {
    onKeyDown,
    letTabPass: () => {
      passes.current = true;
    },
    holdTab: () => {
      passes.current = false;
    },
  };
}
