/** What is said of copies, and of tags as a whole. */
export { messages as deedText } from "./generated/deeds";
