/** Where searched words stand in a text, as the host finds them: at the beginnings of words. */
import { beginsWord, folded, joined, type Range, unfolded } from "./fold";

/** The words that are searched, folded, each once. */
export function wordsOf(query: string): string[] {
  return [...new Set(folded(query).letters.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** Every place in a text at which one of the words begins a word. */
export function marksOf(text: string, words: readonly string[]): Range[] {
  if (words.length === 0) return [];
  const all = folded(text);
  const found: Range[] = [];
  for (const word of words) {
    let place = all.letters.indexOf(word);
    for (; place >= 0; place = all.letters.indexOf(word, place + 1)) {
      if (beginsWord(all.letters, place)) found.push(unfolded(all, place, place + word.length));
    }
  }
  return joined(found);
}

/** Letters shown before the first mark of a snippet, and in all. */
const BEFORE = 24;
const LONGEST = 140;

/**
 * The part of the notes in which the words stand, on one line; null where they don't. It begins at a word, soon
 * before the first mark.
 */
export function snippetOf(notes: string, words: readonly string[]): string | null {
  const line = notes.replace(/\s+/g, " ").trim();
  const [first] = marksOf(line, words);
  if (!first) return null;
  if (first.start <= BEFORE) return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
  const blank = line.indexOf(" ", first.start - BEFORE);
  const from = blank >= 0 && blank < first.start ? blank + 1 : first.start;
  const shown = line.slice(from, from + LONGEST).trimEnd();
  return `…${shown}${from + LONGEST < line.length ? "…" : ""}`;
}
