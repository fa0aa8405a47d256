/** The name of a list or a tag that is being typed after `#` or `@`, and what the line is when one is taken. */
import type { NameKind } from "../ipc/bindings/NameKind";
import type { Range } from "../ipc/host";

export type Naming = {
  kind: NameKind;
  /** What is typed of the name, without its mark. */
  letters: string;
  /** The piece of the line, its mark included. */
  range: Range;
};

const NAMING = /(?:^|\s)([#@])(?:"([^"]*)|([^\s"#@]*))$/u;

/** What is being named where the caret is; null where nothing is, or where it was refused. */
export function namingAt(line: string, caret: number, refused: readonly Range[]): Naming | null {
  // In the middle of a word one changes it.
  if (/^[^\s]/u.test(line.slice(caret))) return null;
  const found = NAMING.exec(line.slice(0, caret));
  if (!found) return null;
  const [whole, mark, quoted, plain] = found;
  const letters = quoted ?? plain ?? "";
  // A number, a time.
  if (quoted === undefined && /^\d/u.test(letters)) return null;
  const start = caret - whole.length + whole.indexOf(mark ?? "");
  const range = { start, end: caret };
  if (refused.some((each) => each.start === range.start)) return null;
  return { kind: mark === "#" ? "list" : "tag", letters, range };
}

/** The line with a name in place of what is typed of it, and where the caret is then. */
export function withName(
  line: string,
  { kind, range }: Naming,
  name: string,
): { line: string; caret: number } {
  const mark = kind === "list" ? "#" : "@";
  const written = /^[\p{L}\p{M}\p{N}_-]+$/u.test(name) && !/^\d/u.test(name) ? name : `"${name}"`;
  const rest = line.slice(range.end);
  const taken = `${line.slice(0, range.start)}${mark}${written} `;
  return { line: taken + rest.replace(/^ /u, ""), caret: taken.length };
}
