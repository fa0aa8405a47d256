/** What is said after a change: of one task by its title, of several by their number. */
import type { DueChoice } from "../../dates/picker/choice";
import { describeRecurrence } from "../../dates/recurrence";
import type { Priority } from "../../ipc/bindings/Priority";
import { listText } from "../../messages/list";
import { priorityName } from "./names";

type Who = { title: string; count: number };

export function of(who: Who, one: (title: string) => string, many: (count: number) => string): string {
  return who.count === 1 ? one(who.title) : many(who.count);
}

/** `words` is the new due; null where there is none. */
export function due(who: Who, choice: DueChoice, words: string | null): string {
  if (choice.recurrence != null) return recurrence(who, choice.recurrence);
  if (choice.start === "someday") return of(who, listText.setAside, listText.setAsideMany);
  if (words === null) return of(who, listText.unscheduled, listText.unscheduledMany);
  return of(
    who,
    (title) => listText.scheduled(title, words),
    (count) => listText.scheduledMany(count, words),
  );
}

export function list(who: Who, name: string): string {
  return of(
    who,
    (title) => listText.movedTo(title, name),
    (count) => listText.movedManyTo(count, name),
  );
}

export function priority(who: Who, chosen: Priority): string {
  const name = priorityName(chosen);
  return of(
    who,
    (title) => listText.prioritised(title, name),
    (count) => listText.prioritisedMany(count, name),
  );
}

export function recurrence(who: Who, rule: string | null): string {
  if (rule === null) return of(who, listText.repeatsNoMore, listText.repeatsMany);
  return of(who, (title) => listText.repeatsNow(title, describeRecurrence(rule)), listText.repeatsMany);
}
