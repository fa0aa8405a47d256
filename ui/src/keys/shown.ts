/** How keys are written for a person. */
import { keyText } from "../messages/keys";

const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");
const names: Readonly<Record<string, string>> = keyText.names;
/** What needs no words: signs on the keys. */
const signs: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Minus: "-",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Semicolon: ";",
  Quote: "'",
  Comma: ",",
  Period: ".",
  Slash: "/",
  Backquote: "`",
  ...(isMac && { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↩", Backspace: "⌫", Delete: "⌦", Tab: "⇥" }),
};

/** "Mod+Shift+z" as this system writes it: "Ctrl Shift Z", on macOS "⌘⇧Z"; "g i" as "G then I". */
export function shownKeys(keys: string): string {
  return keys
    .split(" ")
    .map((one) => {
      const parts = one.split(/\+(?=.)/).map((part) => signs[part] ?? names[part] ?? part);
      const last = parts.at(-1) ?? "";
      const shown = [...parts.slice(0, -1), last.length === 1 ? last.toUpperCase() : last];
      return shown.join(isMac ? "" : " ");
    })
    .reduce((first, next) => keyText.inOrder(first, next));
}
