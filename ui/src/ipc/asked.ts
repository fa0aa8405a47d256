/** The first questions, under way. Imported first, so that they are asked before the rest of the page is read. */
import { askAhead } from "./ahead";

export const asked = askAhead();
