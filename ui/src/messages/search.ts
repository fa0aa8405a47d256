/** What the search says in English. */

export const searchText = {
  saveAsFilter: "Save as filter",
  /** `hits` is how many, in words. */
  found: (hits: string, order: "newest" | "best") =>
    order === "best" ? `${hits}, best first` : `${hits}, newest first. Enter puts the best first.`,
  notes: "In the notes:",
} as const;
