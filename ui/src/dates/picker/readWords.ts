/** What typed words mean as a day, a time or a repetition: the host reads them, with the grammar of the add box. */
import { call } from "../../ipc/host";
import type { QuickAdd } from "../../ipc/bindings/QuickAdd";

export type Understood = { due: string | null; recurrence: string | null };

/** Stands for a title: words that are nothing but dates would be one themselves. */
const TITLE = "x";

/** Words such as "fri 9am" or "every monday"; null where any of them is not understood. */
export async function readWords(words: string): Promise<Understood | null> {
  if (words.trim() === "") return null;
  const due = await call("read_due", { words });
  if (due !== null) return { due, recurrence: null };
  const line = await call("read_quick_add", { text: `${TITLE} ${words}`, refused: [] });
  return only(line) ? { due: line.due, recurrence: line.recurrence } : null;
}

/** Whether nothing was said but when. */
function only({
  title,
  notes,
  list,
  tags,
  priority,
  deadline,
  duration,
  due,
  recurrence,
}: QuickAdd): boolean {
  const more = notes !== "" || list !== null || tags.length > 0 || priority !== null;
  return title === TITLE && !more && deadline === null && duration === null && (due ?? recurrence) !== null;
}
