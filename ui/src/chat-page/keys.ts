/** Shortcuts of the window that were pressed in the page. */
import { fromFrame } from "../keys/commands";
import { commandOf } from "../keys/keyboard";
import type { Host } from "./host";

/** Hands on the keys that nothing in the page took and that mean something to the window. */
export function forwardKeys(host: Host): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!ctrlKey && !metaKey && key !== "Escape") return;
    const command = commandOf(event, "window", true);
    if (command === null || !fromFrame.has(command)) return;
    event.preventDefault();
    host.send({ type: "key", key, ctrlKey, metaKey, shiftKey, altKey });
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}
