/** Letters as search compares them: without case and accents, each with its place in the text. */

export type Range = { start: number; end: number };

export type Folded = {
  letters: string;
  /** Where in the text each letter begins, in UTF-16 units; one more for its end. */
  at: readonly number[];
};

export function folded(text: string): Folded {
  let letters = "";
  const at: number[] = [];
  let place = 0;
  for (const letter of text) {
    const plain = letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    for (let part = 0; part < plain.length; part += 1) at.push(place);
    letters += plain;
    place += letter.length;
  }
  at.push(place);
  return { letters, at };
}

/** A run of folded letters as a range of the text. */
export function unfolded({ at }: Folded, start: number, end: number): Range {
  return { start: at[start] ?? 0, end: at[end] ?? at.at(-1) ?? 0 };
}

const WORD = /[\p{L}\p{N}]/u;
/** Scripts that put no blanks between words: there each letter may begin one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a word may begin at a place. A sign, such as an `@`, stands for itself. */
export function beginsWord(letters: string, place: number): boolean {
  const here = letters[place];
  if (here === undefined || /\s/.test(here)) return false;
  if (place === 0 || !WORD.test(here) || UNSPACED.test(here)) return true;
  return !WORD.test(letters[place - 1] ?? "");
}

/** Ranges in their order, those that touch as one. */
export function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else all.push({ ...range });
  }
  return all;
}
