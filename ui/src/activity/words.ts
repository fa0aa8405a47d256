/** The activity in words: who did what, and what a field was and became. */
import type { CivilDate } from "../dates/civil";
import { dueInWords } from "../dates/labels";
import { describeRecurrence } from "../dates/recurrence";
import { reminderLabel } from "../dates/reminders";
import type { Activity } from "../ipc/bindings/Activity";
import type { Actor } from "../ipc/bindings/Actor";
import type { FieldChange } from "../ipc/bindings/FieldChange";
import { activityText } from "../messages/activity";
import { text } from "../messages/en";

/** What ids are called. `undefined` is not known (yet, or any more). */
export type Names = {
  today: CivilDate;
  list: (id: string) => string | undefined;
  task: (id: string) => string | undefined;
};

/** Who it was, as a sentence begins. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "person":
      return activityText.you;
    case "assistant":
      return activityText.assistant;
    case "client":
      return activityText.client(actor.name);
    case "device":
      return actor.name;
    case "server":
      return activityText.server;
  }
}

/** The name of a field without what follows it: of "tag:phone", "tag". */
const kindOf = ({ field }: FieldChange): string => field.split(":", 1)[0] ?? field;

const own = <T extends object>(all: T, key: string): T[keyof T] | undefined =>
  Object.hasOwn(all, key) ? all[key as keyof T] : undefined;

/** Whether a field says more than the deed itself. */
export function isTold({ deed }: Pick<Activity, "deed">, change: FieldChange): boolean {
  const { occurrence } = change;
  switch (kindOf(change)) {
    case "position":
    case "created_at":
    case "created_by":
    case "deleted":
    case "archived":
      return false;
    case "title":
    case "name":
      return deed !== "added" && change.old !== change.new;
    case "completed":
    case "skipped":
      return occurrence !== null && change.old !== change.new;
    default:
      return JSON.stringify(change.old) !== JSON.stringify(change.new);
  }
}

/** The fields of an entry that are told. */
export function toldFields(entry: Activity): FieldChange[] {
  return entry.fields.filter((change) => isTold(entry, change));
}

/**
 * What was done: "completed “Buy milk”". Where everybody knows of which task it is told, `ofIt`, "completed it".
 * `again` says that what is reversed was done again.
 */
export function deedWords(entry: Activity, ofIt: boolean, again = false): string {
  const { deed, count, subject } = entry;
  const title = subject === "" ? text.untitled : subject;
  const what = ofIt
    ? count > 1
      ? activityText.itAndMore(count - 1)
      : activityText.it
    : count > 1
      ? activityText.whatAndMore(title, count - 1)
      : activityText.what(title);
  if (deed === "edited" && count <= 1) {
    const kinds = new Set(toldFields(entry).map(kindOf));
    const [kind] = kinds;
    const field = kinds.size === 1 && kind !== undefined ? own(activityText.field, kind) : undefined;
    if (field !== undefined)
      return ofIt ? activityText.changedFieldOfIt(field) : activityText.changedField(field, what);
  }
  if (deed === "reversed" && again) return activityText.did.again(what);
  return activityText.did[deed](what);
}

/** The longest value that is shown of a field, in characters. */
const LONGEST = 80;

function cut(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** A value as people read it; one that this version can't read, as it is. */
function valueWords(kind: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === "")
    return kind === "list" ? text.inbox : activityText.none;
  if (kind === "duration" && typeof value === "number") return text.lasting(value);
  if (typeof value !== "string") return cut(JSON.stringify(value));
  switch (kind) {
    case "due":
    case "deadline":
      return dueInWords(value, names.today);
    case "start":
      return value === "someday" ? text.someday : dueInWords(value, names.today);
    case "list":
      return names.list(value) ?? activityText.someList;
    case "parent":
      return names.task(value) ?? activityText.someTask;
    case "recurrence":
      return describeRecurrence(value) ?? value;
    case "priority":
      return value === "p4" ? text.noPriority : text.priorityLetters(value);
    case "colour":
      return own(activityText.colour, value) ?? value;
    default:
      return cut(value);
  }
}

/** What is told of one field: "Due: Thu 19 → Tomorrow". */
export function fieldWords(change: FieldChange, names: Names): string {
  const kind = kindOf(change);
  const { occurrence } = change;
  const plain = own(activityText.fieldName, kind) ?? activityText.fieldName.other;
  const day = occurrence === null ? null : dueInWords(occurrence, names.today);
  if (day !== null && (kind === "completed" || kind === "skipped")) return activityText.value(plain, day);
  const name = day === null ? plain : activityText.fieldOfOccurrence(plain, day);
  if (kind === "tag" || kind === "reminder") {
    const of = change.field.slice(kind.length + 1);
    const value = kind === "tag" ? text.tag(of) : reminderLabel(of, names.today);
    const gone = change.new === null || change.new === false;
    return activityText.value(name, gone ? activityText.removed(value) : value);
  }
  const now = valueWords(kind, change.new, names);
  // Of notes their beginning is enough; what they were stands in the entry before.
  if (kind === "notes") return activityText.value(name, now);
  // What was never said was nothing; but a task without a list was in the Inbox.
  const unsaid = change.old === null || change.old === undefined || change.old === "";
  if (unsaid && (kind !== "list" || change.new === null)) return activityText.value(name, now);
  return activityText.change(name, valueWords(kind, change.old, names), now);
}

/** The tasks whose titles the fields need. */
export function namedTasks(entries: readonly Activity[]): string[] {
  const ids = new Set<string>();
  for (const entry of entries) {
    for (const { field, old, new: now, task } of entry.fields) {
      if (field === "parent") for (const id of [old, now]) if (typeof id === "string") ids.add(id);
      if (entry.count > 1 && task !== null) ids.add(task);
    }
  }
  return [...ids];
}
