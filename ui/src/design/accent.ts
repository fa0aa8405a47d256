/** The system's accent as the tokens need it: readable on every surface of a theme, or not at all. */

type Rgb = readonly [number, number, number];

/** What stands under or on the accent in a theme. */
export type Ground = {
  /** All surfaces on which the accent may be seen, as text too. */
  surfaces: readonly string[];
  /** Whether the theme is light on dark. */
  dark: boolean;
};

/** The values of the tokens of the same names. */
export type AccentTokens = {
  accent: string;
  "accent-hover": string;
  "accent-soft": string;
  "accent-text": string;
  "on-accent": string;
  focus: string;
};

const TEXT = 4.5; // contrast of text with its ground, by WCAG 2.2
const STEP = 0.04; // how much darker or lighter each attempt is
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Reads "#3584e4"; null for anything else. */
export function rgbOf(colour: string): Rgb | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!parts) return null;
  const [red, green, blue] = parts.slice(1).map((part) => parseInt(part, 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast of two colours, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** `share` of `over`, the rest of `under`. */
function mixed(under: Rgb, over: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(under[at] * (1 - share) + over[at] * share);
  return [part(0), part(1), part(2)];
}

/**
 * The tokens for an accent on a theme's surfaces. A colour that can't be read there is made darker, or on dark surfaces
 * lighter, until it can; one that would have to become nearly black or white for that is no accent any more: null.
 */
export function accentFor(colour: string, { surfaces, dark }: Ground): AccentTokens | null {
  const wished = rgbOf(colour);
  const grounds = surfaces.map(rgbOf).filter((ground) => ground !== null);
  const first = grounds[0];
  if (!wished || !first || grounds.length < surfaces.length) return null;
  const soft = mixed(first, wished, dark ? 0.24 : 0.14);
  const under = [...grounds, soft];
  const away = dark ? WHITE : BLACK;
  const on = dark ? mixed(wished, BLACK, 0.84) : WHITE;
  const reads = (text: Rgb) =>
    under.every((ground) => contrast(text, ground) >= TEXT) && contrast(text, on) >= TEXT;
  for (let share = 0; share <= 0.6; share += STEP) {
    const accent = mixed(wished, away, share);
    if (!reads(accent)) continue;
    const further = mixed(accent, away, 0.16);
    return {
      accent: hex(accent),
      "accent-hover": hex(further),
      "accent-soft": hex(soft),
      "accent-text": hex(accent),
      "on-accent": hex(on),
      focus: hex(accent),
    };
  }
  return null;
}
