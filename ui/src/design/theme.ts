/** Names the theme of the moment in `<html data-theme>`, so that tokens.css needs each theme only once. */
import { type AccentTokens, accentFor } from "./accent";
import type { Appearance } from "../ipc/bindings/Appearance";

export type Theme = "light" | "dark" | "contrast" | "contrast-dark";

/** What the system wants. */
export type Wish = { dark: boolean; contrast: boolean };

/** The theme for what the system asks for. */
export function themeFor(wish: Wish): Theme {
  if (wish.contrast) return wish.dark ? "contrast-dark" : "contrast";
  return wish.dark ? "dark" : "light";
}

/** The theme that the person chose, or the system's. */
export function chosenTheme(chosen: Appearance["theme"], wish: Wish): Theme {
  if (chosen === "system") return themeFor(wish);
  return chosen === "contrast_dark" ? "contrast-dark" : chosen;
}

/** Calls back whenever the system wants another theme. Gives back what ends that. */
export function onSystemTheme(changed: () => void): () => void {
  const queries = [dark(), contrast()];
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
  };
}

const dark = () => window.matchMedia("(prefers-color-scheme: dark)");
const contrast = () => window.matchMedia("(prefers-contrast: more)");

/** What the system wants now. */
export function systemWish(): Wish {
  return { dark: dark().matches, contrast: contrast().matches };
}

/** Follows the system until the settings are known. */
export function followSystemTheme(root: HTMLElement): void {
  root.dataset["theme"] = themeFor(systemWish());
}

const names = [
  "accent",
  "accent-hover",
  "accent-soft",
  "accent-text",
  "on-accent",
  "focus",
] as const satisfies readonly (keyof AccentTokens)[];

/** Makes the document look as it was chosen. `accent` is the system's, where it tells one. */
export function dress(root: HTMLElement, chosen: Appearance, system: Wish, accent: string | null): void {
  const theme = chosenTheme(chosen.theme, system);
  root.dataset["theme"] = theme;
  root.dataset["density"] = chosen.density;
  root.dataset["motion"] = chosen.motion;
  for (const name of names) root.style.removeProperty(`--${name}`);
  // The contrast themes have the accent that is read best.
  if (chosen.accent !== "system" || accent === null || (theme !== "light" && theme !== "dark")) return;
  const style = getComputedStyle(root);
  const surfaces = ["--bg", "--bg-side", "--bg-raised"].map((name) => style.getPropertyValue(name).trim());
  const tokens = accentFor(accent, { surfaces, dark: theme === "dark" });
  if (tokens === null) return;
  for (const name of names) root.style.setProperty(`--${name}`, tokens[name]);
}
