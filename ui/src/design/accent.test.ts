import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accentFor, contrast, type Ground, rgbOf } from "./accent";

/** The surfaces of a theme, as tokens.css has them. */
function ground(theme: string, dark: boolean): Ground {
  const css = readFileSync("src/design/tokens.css", "utf8");
  const block = css.slice(css.lastIndexOf(`[data-theme="${theme}"] {`));
  const value = (name: string) => new RegExp(`${name}: (#[0-9a-f]{6});`).exec(block)?.[1] ?? "";
  return { surfaces: ["--bg", "--bg-side", "--bg-raised"].map(value), dark };
}

const rgb = (colour: string) => rgbOf(colour) ?? [0, 0, 0];

// What GNOME, macOS and Windows offer.
const accents = [
  "#3584e4",
  "#2190a4",
  "#3a944a",
  "#c88800",
  "#ed5b00",
  "#e62d42",
  "#d56199",
  "#9141ac",
  "#6f8396",
  "#ffc600",
  "#8c8c8c",
  "#0078d4",
  "#ffb900",
];

describe.each([
  ["light", false],
  ["dark", true],
] as const)("an accent on %s surfaces", (theme, dark) => {
  const on = ground(theme, dark);

  it.each(accents)("%s can be read, and what is on it", (colour) => {
    const tokens = accentFor(colour, on);
    expect(tokens).not.toBeNull();
    if (!tokens) return;
    for (const under of [...on.surfaces, tokens["accent-soft"], tokens["on-accent"]]) {
      expect(contrast(rgb(tokens["accent-text"]), rgb(under))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(rgb(tokens.accent), rgb(under))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("stays what it is where it can be read already", () => {
    const fine = dark ? "#8fd6d6" : "#0d5258";
    expect(accentFor(fine, on)?.accent).toBe(fine);
  });
});

it("is none where the colour or a surface is no colour", () => {
  const light = ground("light", false);
  expect(accentFor("blue", light)).toBeNull();
  expect(accentFor("#3584e4", { surfaces: ["Canvas"], dark: false })).toBeNull();
  expect(accentFor("#3584e4", { surfaces: [], dark: false })).toBeNull();
});

it("is contrast as WCAG has it", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});
