/** A message that is being written: words, some of which mention a task, a list or a tag. */
import type { Entity } from "../../ipc/bindings/Entity";
import type { UserContent } from "./items";

/** Places in a text, in UTF-16 units. */
type Range = { start: number; end: number };
export type Mark = Range & { entity: Entity };
/** The marks are in the order of the words and don't overlap. */
export type Draft = { words: string; marks: readonly Mark[] };
export const NOTHING: Draft = { words: "", marks: [] };

/** A mention that is being looked for, by what stands behind its `@`. */
export type Query = Range & { words: string };

/** Longer than this, nobody is still looking. */
const LONGEST = 60;

/** The draft after its words were edited: mentions move along, and one that was changed is words again. */
export function edited(now: Draft, words: string): Draft {
  const { words: old } = now;
  const most = Math.min(old.length, words.length);
  let head = 0;
  while (head < most && old[head] === words[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === words[words.length - 1 - tail]) tail += 1;
  const moved = words.length - old.length;
  const marks = now.marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    if (mark.start < old.length - tail) return [];
    return [{ ...mark, start: mark.start + moved, end: mark.end + moved }];
  });
  return { words, marks };
}

/** What is looked for at the caret, if anything: an `@` at the beginning of a word, and what follows. */
export function queryAt({ words, marks }: Draft, caret: number): Query | null {
  const before = words.slice(0, caret);
  const start = before.lastIndexOf("@");
  if (start < 0 || (start > 0 && !/[\s(“"']/.test(before.charAt(start - 1)))) return null;
  const sought = before.slice(start + 1);
  if (sought.length > LONGEST || sought.includes("\n") || sought.startsWith(" ")) return null;
  if (marks.some((mark) => mark.start <= start && start < mark.end)) return null;
  return { start, end: caret, words: sought };
}

/** The draft with a mention in place of what was looked for, and where the caret goes. */
export function mentioned(now: Draft, query: Range, entity: Entity): { draft: Draft; caret: number } {
  const name = entity.title.startsWith("@") ? entity.title : `@${entity.title}`;
  const behind = now.words.slice(query.end);
  const space = /^\s/.test(behind) ? "" : " ";
  const draft = edited(now, now.words.slice(0, query.start) + name + space + behind);
  const end = query.start + name.length;
  const marks = [...draft.marks, { start: query.start, end, entity }].sort((a, b) => a.start - b.start);
  return { draft: { words: draft.words, marks }, caret: end + 1 };
}

/** The draft without the mention that ends at the caret, or null where none does. */
export function withoutMention(now: Draft, caret: number): { draft: Draft; caret: number } | null {
  const mark = now.marks.find(({ end }) => end === caret);
  if (!mark) return null;
  return { draft: edited(now, now.words.slice(0, mark.start) + now.words.slice(caret)), caret: mark.start };
}

/** The words cut where mentions begin and end. */
export function pieces({ words, marks }: Draft): { text: string; mark: Mark | null }[] {
  const cut: { text: string; mark: Mark | null }[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) cut.push({ text: words.slice(at, mark.start), mark: null });
    cut.push({ text: words.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < words.length) cut.push({ text: words.slice(at), mark: null });
  return cut;
}

/** The draft as the content of a message, without blanks at its ends; empty where there are no words. */
export function contentOf(draft: Draft): UserContent[] {
  const content = pieces(draft).map<UserContent>(({ text, mark }) =>
    mark === null
      ? { type: "input_text", text }
      : {
          type: "input_tag",
          id: mark.entity.id,
          text: mark.entity.title,
          data: mark.entity.data,
          group: mark.entity.group,
          interactive: mark.entity.interactive,
        },
  );
  const first = content[0];
  if (first?.type === "input_text") content[0] = { ...first, text: first.text.trimStart() };
  const last = content.at(-1);
  if (last?.type === "input_text") content[content.length - 1] = { ...last, text: last.text.trimEnd() };
  return content.filter((part) => part.text !== "");
}

/** A message that could not be sent, as a draft again. */
export function draftOf(content: readonly UserContent[]): Draft {
  return content.reduce<Draft>((draft, part) => {
    if (part.type === "input_text") return { ...draft, words: draft.words + part.text };
    const start = draft.words.length;
    const name = part.text.startsWith("@") ? part.text : `@${part.text}`;
    const data = Object.fromEntries(Object.entries(part.data).map(([key, value]) => [key, String(value)]));
    const { id, text: title, group = "", interactive = false } = part;
    const entity: Entity = { id, title, icon: "", group, interactive, data };
    const mark = { start, end: start + name.length, entity };
    return { words: draft.words + name, marks: [...draft.marks, mark] };
  }, NOTHING);
}
