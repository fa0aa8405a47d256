/** The keys of a global shortcut, as the host keeps them. */
import { shownKeys } from "./shown";

const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");
const held: Record<string, string> = {
  commandorcontrol: "Mod",
  commandorctrl: "Mod",
  cmdorcontrol: "Mod",
  cmdorctrl: "Mod",
  command: isMac ? "Mod" : "Super",
  cmd: isMac ? "Mod" : "Super",
  super: isMac ? "Mod" : "Super",
  control: isMac ? "⌃" : "Mod",
  ctrl: isMac ? "⌃" : "Mod",
  option: "Alt",
  alt: "Alt",
  shift: "Shift",
};

/** "CommandOrControl+Shift+KeyN" as this system writes it: "Ctrl Shift N". */
export function shownAccelerator(keys: string): string {
  const parts = keys
    .split("+")
    .map((part) => held[part.toLowerCase()] ?? part.replace(/^(?:Key|Digit)(?=.$)/, ""));
  return shownKeys(parts.join("+"));
}
