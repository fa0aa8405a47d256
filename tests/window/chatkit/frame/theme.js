/** The theme, as properties of the page, so that a test can read it. */

const DEFAULTS = { colorScheme: "light", radius: "pill", density: "normal" };

/** The custom properties that a theme comes to. */
export function propertiesOf(theme) {
  const {
    colorScheme,
    radius,
    density,
    typography = {},
    color = {},
  } = {
    ...DEFAULTS,
    ...(typeof theme === "string" ? { colorScheme: theme } : theme),
  };
  return {
    "--ck-scheme": colorScheme,
    "--ck-radius": radius,
    "--ck-density": density,
    "--ck-base-size": `${typography.baseSize ?? 16}px`,
    "--ck-font-family": typography.fontFamily,
    "--ck-accent": color.accent?.primary,
    "--ck-accent-level": color.accent?.level,
    "--ck-surface-background": color.surface?.background,
    "--ck-surface-foreground": color.surface?.foreground,
    "--ck-hue": color.grayscale?.hue,
  };
}

export function applyTheme(theme) {
  const root = document.documentElement;
  const properties = propertiesOf(theme);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) root.style.removeProperty(name);
    else root.style.setProperty(name, String(value));
  }
  root.dataset.scheme = properties["--ck-scheme"];
}
