/**
 * Deeds that took several calls: the groups of each, so that one undo takes all of it back. The host knows calls; that
 * several were one deed is known here alone, and for as long as the window is open.
 */

/** Deeds remembered at the most. */
const KEEP = 50;

export class Deeds {
  readonly #deeds: (readonly string[])[] = [];

  /** Remembers that these groups were one deed, the earliest first. */
  add(groups: readonly string[]): void {
    if (groups.length < 2) return;
    this.#deeds.push(groups);
    if (this.#deeds.length > KEEP) this.#deeds.shift();
  }

  /** The other groups of the deed to which a group belongs, the latest first. */
  beside(group: string): string[] {
    const deed = this.#deeds.find((groups) => groups.includes(group)) ?? [];
    return deed.filter((each) => each !== group).reverse();
  }
}
