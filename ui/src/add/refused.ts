/** Recognised words in a text, and those that the person keeps as words of the title. */
import type { Range } from "../ipc/host";

/**
 * Moves refused ranges along when the text changes. A change inside a refused range, or touching it, ends the
 * refusal: the words are others now.
 */
export function moveRefused(before: string, after: string, refused: readonly Range[]): Range[] {
  let head = 0;
  const least = Math.min(before.length, after.length);
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const changedTo = before.length - tail;
  const shift = after.length - before.length;
  return refused.flatMap(({ start, end }) => {
    if (end < head) return [{ start, end }];
    // Typing a space right behind the words does not change them.
    if (end === head && !/^\p{L}|^\p{N}/u.test(after.slice(head))) return [{ start, end }];
    if (start > changedTo || (start === changedTo && changedTo > head)) {
      return [{ start: start + shift, end: end + shift }];
    }
    return [];
  });
}

/** The spans that are not refused. */
export function accepted<S extends Range>(spans: readonly S[], refused: readonly Range[]): S[] {
  return spans.filter((span) => !refused.some(({ start, end }) => start < span.end && span.start < end));
}

/** A text cut at its spans, in order: plain pieces and recognised ones. */
export function pieces<S extends Range>(
  text: string,
  spans: readonly S[],
): { text: string; span: S | null }[] {
  const parts: { text: string; span: S | null }[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > text.length) continue;
    if (span.start > at) parts.push({ text: text.slice(at, span.start), span: null });
    parts.push({ text: text.slice(span.start, span.end), span });
    at = span.end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), span: null });
  return parts;
}
