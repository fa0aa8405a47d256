/** The fields of a task as texts: what stands in a field when it is typed over, and what the typed words come to. */
import type { CivilDate } from "../dates/civil";
import { dueWords } from "../dates/labels";
import type { Failure } from "../ipc/bindings/Failure";
import type { Task } from "../ipc/bindings/Task";
import { text } from "../messages/en";
import type { Read, TextField } from "./drafts";

/** What stands in the field of a task that nobody types in. English, as `dueWords` is: it is read back. */
export function wordsOf(field: TextField, task: Task, today: CivilDate): string {
  switch (field) {
    case "title":
      return task.title;
    case "notes":
      return task.notes;
    case "start":
      return task.start === null || task.start === "someday"
        ? (task.start ?? "")
        : dueWords(task.start, today);
    // What is typed here is added.
    case "subtask":
      return "";
  }
}

/** What the words of a field change. Throws a `Failure` that says what is wrong with them. */
export function reader(field: Exclude<TextField, "subtask">): Read {
  switch (field) {
    case "title":
      return (words) => {
        const title = words.trim();
        if (title === "") throw wrong(text.titleNeeded);
        return { title };
      };
    case "notes":
      return (words) => ({ notes: words });
    case "start":
      return (words) => ({ start: words.trim() === "" ? null : words.trim() });
  }
}

/** A failure as the host's are, thrown as an error so that it has a place in the code. */
function wrong(message: string): Error & Failure {
  return Object.assign(new Error(message), { code: "invalid_input" as const });
}
