/** The fields of a task as texts: what stands in a field when it is typed over, and what the typed words come to. */
import { type CivilDate, readDue } from "../dates/civil";
import { dueWords } from "../dates/labels";
import { describeRecurrence } from "../dates/recurrence";
import type { Failure } from "../ipc/bindings/Failure";
import type { Reminder } from "../ipc/bindings/Reminder";
import type { Task } from "../ipc/bindings/Task";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text as windowText } from "../messages/en";
import { tagsIn } from "../tasks/draft";
import type { Read, TextField } from "./drafts";

/** What stands in the field of a task that nobody types in. English, as `dueWords` is: it is read back. */
export function wordsOf(field: TextField, task: Task, today: CivilDate): string {
  switch (field) {
    case "title":
      return task.title;
    case "notes":
      return task.notes;
    case "due":
      return task.due === null ? "" : dueWords(task.due, today);
    case "deadline":
      return task.deadline === null ? "" : dueWords(task.deadline, today);
    case "start":
      return task.start === null || task.start === "someday"
        ? (task.start ?? "")
        : dueWords(task.start, today);
    case "duration":
      return task.duration === null ? "" : durationWords(task.duration);
    case "recurrence":
      return task.recurrence === null ? "" : (describeRecurrence(task.recurrence, "en") ?? task.recurrence);
    // What is typed here is added.
    case "tags":
    case "reminders":
    case "subtask":
      return "";
  }
}

/** What the words of a field change. Rejects with a `Failure` that says what is wrong with them. */
export function reader(field: Exclude<TextField, "subtask">, following = false): Read {
  const cleared = (words: string) => (words.trim() === "" ? null : words.trim());
  switch (field) {
    case "title":
      return (words) => {
        const title = words.trim();
        if (title === "") throw wrong(windowText.titleNeeded);
        return { title };
      };
    case "notes":
      return (words) => ({ notes: words });
    case "due":
      return (words) => ({
        due: cleared(words),
        ...(following && cleared(words) !== null ? { following: true } : {}),
      });
    case "deadline":
      return (words) => ({ deadline: cleared(words) });
    case "start":
      return (words) => ({ start: cleared(words) });
    case "recurrence":
      return (words) => ({ recurrence: cleared(words) });
    case "duration":
      return (words) => {
        if (cleared(words) === null) return { duration: null };
        const duration = readDuration(words);
        if (duration === null) throw wrong(detailText.wrongDuration(words.trim()));
        return { duration };
      };
    case "tags":
      return (words) => ({ add_tags: [...new Set(tagsIn(words))] });
    case "reminders":
      return async (words): Promise<TaskPatch> => ({ add_reminders: [await readReminder(words)] });
  }
}

/** A failure as the host's are, thrown as an error so that it has a place in the code. */
function wrong(message: string): Error & Failure {
  return Object.assign(new Error(message), { code: "invalid_input" as const });
}

function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""]
    .filter((part) => part !== "")
    .join(" ");
}

const UNIT_MINUTES = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1 } as const;
const PIECE =
  /^\s*(\d+(?:[.,]\d+)?)\s*(w(?:eeks?)?|d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)?\.?(?=[\s\d]|$)/iu;

/** Minutes in words such as "20 min", "1 h 30 min", "1h30", "1:30" or "45"; null where they are none. */
export function readDuration(words: string): number | null {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*$/u.exec(words);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  let rest = words.replace(/^\s*(?:for|about)\s+/iu, "").trim();
  let minutes = 0;
  if (rest === "") return null;
  while (rest !== "") {
    const piece = PIECE.exec(rest);
    if (!piece) return null;
    const unit = (piece[2]?.[0]?.toLowerCase() ?? "m") as keyof typeof UNIT_MINUTES;
    minutes += Number((piece[1] ?? "").replace(",", ".")) * UNIT_MINUTES[unit];
    rest = rest.slice(piece[0].length).trim();
  }
  return Number.isInteger(minutes) && minutes > 0 ? minutes : null;
}

/** A reminder in words: so long before the due time, or at a time. */
export async function readReminder(words: string): Promise<Reminder> {
  const trimmed = words.trim();
  if (/^(?:when (?:it is )?due|at (?:the )?due time|on time)$/iu.test(trimmed)) return "-0";
  const before = /^(.+?)(?:\s+(?:before|early|earlier))?$/iu.exec(trimmed);
  const minutes = readDuration(before?.[1] ?? "");
  // A bare number is a time of day to some and minutes to others: it needs its unit.
  if (minutes !== null && /[a-z]/iu.test(trimmed)) return `-${String(minutes)}`;
  const due = await call("read_due", { words: trimmed });
  if (due === null) throw wrong(detailText.wrongReminder(trimmed));
  if (readDue(due)?.time == null) throw wrong(detailText.reminderNeedsTime);
  return due;
}
