/** Which entries are shown for what was typed, and in which order. */
import type { Range } from "../search/fold";
import { marksOf, wordsOf } from "../search/marks";
import { askEntry, type Entry, type Section } from "./entries";
import { match } from "./match";

export type Shown = { entry: Entry; marks: readonly Range[] };
export type Part = { section: Section; shown: Shown[] };

/** Of each section at the most, while something is typed. */
const MOST = 8;
/** What another word for it counts less than the title. */
const OTHER_WORDS = 20;

const bare = (entry: Entry): Shown => ({ entry, marks: [] });
const part = (section: Section, shown: Shown[]): Part[] => (shown.length === 0 ? [] : [{ section, shown }]);

/** With nothing typed: what was used last, then all there is. */
function everything(entries: readonly Entry[], recent: readonly Entry[]): Part[] {
  const known = new Set(recent.map(({ key }) => key));
  const rest = (section: Section) =>
    entries.filter((entry) => entry.section === section && !known.has(entry.key)).map(bare);
  return [
    ...part("recent", recent.map(bare)),
    ...part("go", rest("go")),
    ...part("commands", rest("commands")),
  ];
}

/**
 * The sections for what was typed. Of places and commands those come first among which the best fit is; tasks come
 * as the host found them. `recent` are keys, the latest first.
 */
export function rank(
  query: string,
  entries: readonly Entry[],
  tasks: readonly Entry[],
  recent: readonly Entry[],
  mayAsk: boolean,
): Part[] {
  const words = query.trim();
  if (words === "") return everything(entries, recent);
  const latest = new Map(recent.map(({ key }, at) => [key, at]));
  const fits = entries.flatMap((entry) => {
    const title = match(words, entry.title);
    const other = title === null && entry.also !== "" ? match(words, `${entry.title} ${entry.also}`) : null;
    const found = title ?? (other && { score: other.score - OTHER_WORDS, ranges: [] });
    if (found === null) return [];
    const at = latest.get(entry.key);
    const bonus = at === undefined ? 0 : Math.max(1, 6 - at);
    return [{ entry, marks: found.ranges, score: found.score + bonus }];
  });
  fits.sort((a, b) => b.score - a.score);
  const best = (section: Section) => fits.filter(({ entry }) => entry.section === section).slice(0, MOST);
  const [places, commands] = [best("go"), best("commands")];
  const score = (of: typeof fits) => of[0]?.score ?? -Infinity;
  const two = [...part("commands", commands), ...part("go", places)];
  if (score(places) > score(commands)) two.reverse();
  const searched = wordsOf(words);
  return [
    ...two,
    ...part(
      "tasks",
      tasks.map((entry) => ({ entry, marks: marksOf(entry.title, searched) })),
    ),
    ...part("ask", mayAsk ? [bare(askEntry(words))] : []),
  ];
}
