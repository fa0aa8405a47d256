/** English, written from messages/en/keys.json by `npm run messages`. */
import { area } from "../area";

export const messages = area("keys", {
  names: {
    Mod: "Ctrl",
    Shift: "Shift",
    Alt: "Alt",
    Super: "Super",
    Enter: "Enter",
    Escape: "Esc",
    Tab: "Tab",
    Space: "Space",
    Backspace: "Backspace",
    Delete: "Delete",
    Insert: "Insert",
    Home: "Home",
    End: "End",
    PageUp: "Page Up",
    PageDown: "Page Down",
  },
  inOrder: (first: string, next: string) => `${first} then ${next}`,
  or: (one: string, other: string) => `${one} or ${other}`,
  upTo: (first: string, last: string) => `${first} to ${last}`,
});
