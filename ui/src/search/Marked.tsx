/** A text with what was matched in bold. */
import type { Range } from "./fold";

export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  if (ranges.length === 0) return <>{text}</>;
  const pieces: { words: string; found: boolean }[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) pieces.push({ words: text.slice(at, start), found: false });
    pieces.push({ words: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) pieces.push({ words: text.slice(at), found: false });
  return pieces.map(({ words, found }, place) =>
    found ? <b key={place}>{words}</b> : <span key={place}>{words}</span>,
  );
}
