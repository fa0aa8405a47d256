/** Names the theme of the moment in `<html data-theme>`, so that tokens.css needs each theme only once. */

export type Theme = "light" | "dark" | "contrast" | "contrast-dark";

/** The theme for what the system asks for. */
export function themeFor(wish: { dark: boolean; contrast: boolean }): Theme {
  if (wish.contrast) return wish.dark ? "contrast-dark" : "contrast";
  return wish.dark ? "dark" : "light";
}

/** Follows the system from now on. */
export function followSystemTheme(root: HTMLElement): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const contrast = window.matchMedia("(prefers-contrast: more)");
  const apply = () => {
    root.dataset["theme"] = themeFor({ dark: dark.matches, contrast: contrast.matches });
  };
  dark.addEventListener("change", apply);
  contrast.addEventListener("change", apply);
  apply();
}
