/** How well typed letters fit a title: on the beginnings of its words, "rt" as well as "resch". */
import { beginsWord, type Folded, folded, joined, type Range, unfolded } from "../search/fold";

export type Match = {
  /** Higher fits better. */
  score: number;
  /** What was matched, in the title. */
  ranges: Range[];
};

/** A run of letters of the title. */
type Run = { start: number; end: number };

/** The fewest runs in which the letters stand in the title, each at the beginning of a word; null where they don't. */
function runsOf(letters: string, title: string): Run[] | null {
  // Known from each letter and place: what follows takes no other way from there.
  const known = new Map<number, Run[] | null>();
  const from = (letter: number, place: number): Run[] | null => {
    const key = letter * (title.length + 1) + place;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, null);
    let best: Run[] | null = null;
    for (let start = place; start < title.length; start += 1) {
      if (title[start] !== letters[letter] || !beginsWord(title, start)) continue;
      let length = 0;
      while (letter + length < letters.length && title[start + length] === letters[letter + length]) {
        length += 1;
        const run = { start, end: start + length };
        if (letter + length === letters.length) {
          if (best === null || best.length > 1) best = [run];
          break;
        }
        const rest = from(letter + length, start + length);
        if (rest !== null && (best === null || rest.length + 1 < best.length)) best = [run, ...rest];
      }
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0);
}

/** What one word of the query is worth. */
function worth(runs: readonly Run[], title: Folded): number {
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return 0;
  const letters = runs.reduce((sum, { start, end }) => sum + end - start, 0);
  const begins = first.start === 0 ? 8 : 0;
  const after = title.letters[last.end];
  const whole = after === undefined || /\s/.test(after) ? 3 : 0;
  return letters * 4 - (runs.length - 1) * 9 + begins + whole;
}

/** Fits every word of the query into the title, in whatever order; null where one has no place. */
export function match(query: string, title: string): Match | null {
  const words = folded(query)
    .letters.split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return { score: 0, ranges: [] };
  const all = folded(title);
  let score = -title.length / 20;
  const ranges: Range[] = [];
  let latest = -1;
  for (const word of words) {
    const runs = runsOf(word, all.letters);
    if (runs === null) return null;
    score += worth(runs, all);
    const start = runs[0]?.start ?? 0;
    if (start < latest) score -= 4;
    latest = start;
    ranges.push(...runs.map((run) => unfolded(all, run.start, run.end)));
  }
  return { score, ranges: joined(ranges) };
}
