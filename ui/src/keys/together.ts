/** How the keys of commands that stand together are written: "↑ ↓ or K J", "G then I T U S", "1 to 4". */
import { keyText } from "../messages/keys";
import { type CommandId, commands } from "./commands";
import { shownKeys } from "./shown";

/** Whether it is a letter or sign alone, or a sequence of them: a command only by the person's choice. */
export function isSingle(keys: string): boolean {
  return keys
    .split(" ")
    .every((key) => !/(Mod|Alt)\+./.test(key) && (key.split(/\+(?=.)/).at(-1) ?? "").length === 1);
}

/** A command's keys that are in force. */
export function keysOf(id: CommandId, letters: boolean): readonly string[] {
  return commands[id].keys.filter((keys) => letters || !isSingle(keys));
}

/** A command's first keys, for a button that carries it out. */
export function firstKeys(id: CommandId): string {
  return shownKeys(commands[id].keys[0] ?? "");
}

/** What stands before the last key: the keys that are held, or the first of a sequence. */
const before = (keys: string) => /^(.*[+ ])?(?=.+$)/.exec(keys.replace(/\+$/, "plus"))?.[1] ?? "";

/** One way to press each of a few commands. `close` leaves out the commas. */
function oneWay(keys: readonly string[], close: boolean): string {
  const [first = "", ...rest] = keys;
  if (rest.length === 0) return shownKeys(first);
  const held = before(first);
  const alike = keys.every((each) => before(each) === held);
  const ends = keys.map((each) => each.slice(held.length));
  if (alike && ends.every((end, at) => /^\d$/.test(end) && Number(end) === Number(ends[0]) + at)) {
    return keyText.upTo(shownKeys(first), shownKeys(ends.at(-1) ?? ""));
  }
  if (alike && close) return [shownKeys(first), ...ends.slice(1).map(shownKeys)].join(" ");
  return keys.map(shownKeys).join(", ");
}

/** The keys of a row of the sheet; empty where one of its commands has none. */
export function keysTogether(ids: readonly CommandId[], letters: boolean): string {
  const all = ids.map((id) => keysOf(id, letters));
  const ways = Math.min(...all.map((keys) => keys.length));
  const first = all.map((keys) => keys[0] ?? "");
  const close = first.every((keys) => keys.includes("Arrow") || keys.includes(" "));
  return Array.from({ length: ways }, (_, way) =>
    oneWay(
      all.map((keys) => keys[way] ?? ""),
      close,
    ),
  ).reduce((words, more) => (words === "" ? more : keyText.or(words, more)), "");
}
