/** The window's look, in ChatKit's words. */
import { useSyncExternalStore } from "react";
import type { ChatOptions } from "../bridge/messages";

type Theme = ChatOptions["theme"];

/** ChatKit's theme from the tokens that are in force on `root`. */
export function themeOf(root: HTMLElement): Theme {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(name).trim().replace(/\s+/gu, " ");
  return {
    scheme: root.dataset["theme"]?.endsWith("dark") ? "dark" : "light",
    accent: token("--accent"),
    background: token("--bg-side"),
    foreground: token("--text"),
    density: "compact",
    // --t-body, the text of the pane
    baseSize: 14,
    fontFamily: token("--font").slice(0, 200),
  };
}

/** The same, as long as it is looked at. As text, so that nothing happens while nothing changes. */
export function useThemeText(): string {
  return useSyncExternalStore(subscribe, () => JSON.stringify(themeOf(document.documentElement)));
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
