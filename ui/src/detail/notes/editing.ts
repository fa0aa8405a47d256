/** What keys do to the Markdown of notes while it is typed. */

/** A part of a text that another takes the place of, and what is selected then. */
export type TextEdit = { from: number; to: number; text: string; select: [start: number, end: number] };

/** Puts marks such as `**` around a selection, or takes them away where they are. */
export function wrap(text: string, start: number, end: number, mark: string): TextEdit {
  const size = mark.length;
  const inside = text.slice(start, end);
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return { from: start - size, to: end + size, text: inside, select: [start - size, end - size] };
  }
  if (inside.length >= 2 * size && inside.startsWith(mark) && inside.endsWith(mark)) {
    const bare = inside.slice(size, -size);
    return { from: start, to: end, text: bare, select: [start, start + bare.length] };
  }
  return { from: start, to: end, text: mark + inside + mark, select: [start + size, end + size] };
}

const ITEM = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)])|(>))([ \t]+)(\[[ xX]\][ \t]+)?/u;

/** What Enter does in a list or quote: it goes on, and ends with an entry that says nothing; null elsewhere. */
export function continued(text: string, start: number, end: number): TextEdit | null {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const item = ITEM.exec(text.slice(lineStart, start));
  if (!item) return null;
  const [whole, indent = "", bullet, digits, after = "", quote, gap = " ", box] = item;
  const lineEnd = text.indexOf("\n", end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (start === lineStart + whole.length && start === end && rest.trim() === "") {
    return { from: lineStart, to: start, text: "", select: [lineStart, lineStart] };
  }
  const marker = bullet ?? quote ?? `${String(Number(digits) + 1)}${after}`;
  const next = `\n${indent}${marker}${gap}${box === undefined ? "" : "[ ] "}`;
  return { from: start, to: end, text: next, select: [start + next.length, start + next.length] };
}

const BOX = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(?=\][ \t])/u;

/** Ticks, or unticks, the entry of a task list that begins at a place; null where there is none. */
export function ticked(text: string, at: number, done: boolean): string | null {
  const box = BOX.exec(text.slice(at, at + 200));
  if (!box) return null;
  const place = at + (box[1]?.length ?? 0);
  return text.slice(0, place) + (done ? "x" : " ") + text.slice(place + 1);
}

/** The beginning of a long text, up to the end of a paragraph or line; all of it where it isn't long. */
export function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const paragraph = cut.lastIndexOf("\n\n");
  const line = cut.lastIndexOf("\n");
  const end = [paragraph, line].find((place) => place > limit / 2) ?? limit;
  return cut.slice(0, end);
}
