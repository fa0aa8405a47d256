/** What the search says. */
import { messages } from "./generated/search";

export const searchText = Object.assign(messages, {
  /** `hits` is how many, in words. */
  inOrder: (hits: string, order: "newest" | "best") =>
    order === "best" ? messages.bestFirst(hits) : messages.newestFirst(hits),
});
