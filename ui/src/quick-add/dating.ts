/** The line with a day in it that was picked, and where the caret is then. */
import { type CivilDate, readDue } from "../dates/civil";
import type { Span } from "../ipc/bindings/Span";

/** What says in the line when it is due; undefined where nothing does. */
const dueIn = (spans: readonly Span[]) => spans.find((span) => span.kind === "due");

/** The day that the line says; null where it says none. */
export function dayIn(spans: readonly Span[]): CivilDate | null {
  const said = dueIn(spans);
  return said ? (readDue(said.due)?.date ?? null) : null;
}

/** The day takes the place of the one that is there, whose time stays; else it stands at the end, before the notes. */
export function withDay(
  line: string,
  spans: readonly Span[],
  day: CivilDate,
): { line: string; caret: number } {
  const said = dueIn(spans);
  if (!said) {
    // What comes after the mark of the notes is notes.
    const end = spans.find(({ kind }) => kind === "notes")?.start ?? line.length;
    const before = `${line.slice(0, end).trimEnd()} ${day} `.trimStart();
    return { line: before + line.slice(end), caret: before.length };
  }
  const time = readDue(said.due)?.time ?? null;
  const before = line.slice(0, said.start) + (time === null ? day : `${day} ${time}`);
  return { line: before + line.slice(said.end), caret: before.length };
}
