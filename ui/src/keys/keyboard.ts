/** Which command a pressed key is. */
import { type CommandId, commandIds, commands } from "./commands";

/** The part of a `KeyboardEvent` that counts. */
export type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

/** A key as the table writes it: "Mod+Shift+z". Shift that is in the character itself ("?", "T") isn't named. */
function written({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): string[] {
  const mod = ctrlKey || metaKey;
  const prefix = (mod ? "Mod+" : "") + (altKey ? "Alt+" : "");
  if (key === " ") return [`${prefix}${shiftKey ? "Shift+" : ""}Space`];
  if (key.length > 1) return [`${prefix}${shiftKey ? "Shift+" : ""}${key}`];
  const letter = key.toLowerCase();
  if (letter !== key.toUpperCase()) {
    // With Caps Lock a letter comes as a large one: Shift alone says which is meant.
    return [shiftKey ? `${prefix}Shift+${mod ? letter : letter.toUpperCase()}` : prefix + letter];
  }
  return [prefix + key];
}

type Of = "window" | "list";
const single = new Map<string, CommandId>();
const prefixes = new Set<string>();
const sequences = new Map<string, CommandId>();
for (const id of commandIds) {
  for (const keys of commands[id].keys) {
    if (keys.includes(" ")) {
      sequences.set(keys, id);
      prefixes.add(keys.slice(0, keys.indexOf(" ")));
    } else single.set(`${commands[id].of} ${keys}`, id);
  }
}

/** The command of a single key; in a text field only one that means the same there. */
export function commandOf(event: Key, of: Of, typing: boolean): CommandId | null {
  for (const keys of written(event)) {
    const id = single.get(`${of} ${keys}`);
    if (id === undefined) continue;
    if (typing && commands[id].typing !== true && keys !== "Escape") return null;
    return id;
  }
  return null;
}

/** Whether a key begins a sequence. */
export function isPrefix(event: Key): boolean {
  return written(event).some((keys) => prefixes.has(keys));
}

/** The command of two keys, one after the other. */
export function commandOfSequence(first: Key, second: Key): CommandId | null {
  for (const begin of written(first)) {
    for (const end of written(second)) {
      const id = sequences.get(`${begin} ${end}`);
      if (id !== undefined) return id;
    }
  }
  return null;
}

/** Whether it is a plain character: one that types something, and a command only by the person's choice. */
export function isPlain({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}

/** Whether what has the keyboard takes letters. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))
  );
}
