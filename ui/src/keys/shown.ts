/** How keys are written for a person. */

const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");
const names: Record<string, string> = isMac
  ? { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↩", Delete: "⌫", Escape: "Esc", Tab: "⇥" }
  : { Mod: "Ctrl", Escape: "Esc" };
const both: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "Page Up",
  PageDown: "Page Down",
};

/** "Mod+Shift+z" as this system writes it: "Ctrl Shift Z", on macOS "⌘⇧Z". `then` stands between two keys. */
export function shownKeys(keys: string, then: string): string {
  return keys
    .split(" ")
    .map((one) => {
      const parts = one.split(/\+(?=.)/).map((part) => names[part] ?? both[part] ?? part);
      const last = parts.at(-1) ?? "";
      const shown = [...parts.slice(0, -1), last.length === 1 ? last.toUpperCase() : last];
      return shown.join(isMac ? "" : " ");
    })
    .join(` ${then} `);
}
