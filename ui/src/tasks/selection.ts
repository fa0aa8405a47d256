/** Which tasks of a view are selected: runs of places, so that 100,000 are no more work than one. */
import { Ids } from "./ids";

/** Places `from` (included) to `to` (left out). */
export type Run = readonly [from: number, to: number];

/** Runs in order, those that touch made one. */
function joined(runs: readonly Run[]): Run[] {
  const whole: [number, number][] = [];
  for (const [from, to] of [...runs].sort(([a], [b]) => a - b)) {
    if (from >= to) continue;
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

export class Selection {
  static readonly none = new Selection(Ids.none, [], null);

  /** The ids to which the places belong. */
  readonly ids: Ids;
  readonly #runs: readonly Run[];
  /** The task at which a range begins. */
  readonly anchor: string | null;
  /** How many are selected. */
  readonly count: number;

  private constructor(ids: Ids, runs: readonly Run[], anchor: string | null) {
    this.ids = ids;
    this.#runs = runs;
    this.anchor = anchor;
    this.count = runs.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  /** The tasks in these runs. */
  static of(ids: Ids, runs: readonly Run[], anchor: string | null): Selection {
    return new Selection(ids, joined(runs), anchor);
  }

  /** Whether the task at a place is selected. */
  has(place: number): boolean {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.[1] ?? Infinity) <= place) low = middle + 1;
      else high = middle;
    }
    return (this.#runs[low]?.[0] ?? Infinity) <= place;
  }

  /** Selects the task at a place or lets it go; the next range begins there. */
  toggle(place: number): Selection {
    const anchor = this.ids.at(place) ?? null;
    if (anchor === null) return this;
    if (!this.has(place)) return Selection.of(this.ids, [...this.#runs, [place, place + 1]], anchor);
    const runs = this.#runs.flatMap(([from, to]): Run[] =>
      place >= from && place < to
        ? [
            [from, place],
            [place + 1, to],
          ]
        : [[from, to]],
    );
    return Selection.of(this.ids, runs, anchor);
  }

  /** Selects nothing; the next range begins at `anchor`. */
  from(anchor: string | null): Selection {
    return this.count === 0 && this.anchor === anchor ? this : new Selection(this.ids, [], anchor);
  }

  /**
   * The same tasks where the view has them now. What left the view is let go; what came since was never selected, even
   * where it came between two that were.
   */
  within(ids: Ids): Selection {
    if (this.ids === ids) return this;
    if (this.#runs.length === 0) return new Selection(ids, [], this.anchor);
    const places = [...ids.placesOf(this.list()).values()].map((place): Run => [place, place + 1]);
    return Selection.of(ids, places, this.anchor);
  }

  /** The ids of what is selected, in the order of the view. */
  list(): string[] {
    return this.#runs.flatMap(([from, to]) => this.ids.slice(from, to));
  }
}

/** Where a line stands among chosen ones that touch: "first", "last", both or neither; undefined if it isn't chosen. */
export function edgesAt(line: number, isChosen: (line: number) => boolean): string | undefined {
  if (!isChosen(line)) return undefined;
  return [!isChosen(line - 1) && "first", !isChosen(line + 1) && "last"].filter(Boolean).join(" ");
}
