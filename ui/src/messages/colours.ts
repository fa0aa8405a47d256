/** What the colours of lists and filters are called, in the order in which they are offered. */
export { messages as colourNames } from "./generated/colours";
