/** What the pickers of a task's fields say. */
export { messages as pickerText } from "./generated/pickers";
