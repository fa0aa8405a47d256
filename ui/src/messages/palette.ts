/** What the command palette says. */
export { messages as paletteText } from "./generated/palette";
