/** What the menu of a task says beside the names of commands. */
export { messages as menuText } from "./generated/menu";
