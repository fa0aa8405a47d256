/** What the colours of lists and filters are called in English, in the order in which they are offered. */
import type { Colour } from "../ipc/bindings/Colour";

export const colourNames: Readonly<Record<Colour, string>> = {
  red: "Red",
  orange: "Orange",
  amber: "Amber",
  olive: "Olive",
  green: "Green",
  teal: "Teal",
  sky: "Sky",
  blue: "Blue",
  violet: "Violet",
  plum: "Plum",
  pink: "Pink",
  grey: "Grey",
};
