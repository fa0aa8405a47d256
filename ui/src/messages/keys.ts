/** How keys are written. */
export { messages as keyText } from "./generated/keys";
