/** English, written from messages/en/search.json by `npm run messages`. */
import { area } from "../area";

export const messages = area("search", {
  saveAsFilter: "Save as filter",
  bestFirst: (hits: string) => `${hits}, best first`,
  newestFirst: (hits: string) => `${hits}, newest first. Enter puts the best first.`,
  notes: "In the notes:",
});
