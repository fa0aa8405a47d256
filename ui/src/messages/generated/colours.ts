/** English, written from messages/en/colours.json by `npm run messages`. */
import { area } from "../area";

export const messages = area("colours", {
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
});
