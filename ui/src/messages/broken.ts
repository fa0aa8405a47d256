/** What the window says when it can't go on. */
export { messages as brokenText } from "./generated/broken";
