/** What the chip of a recognised piece shows and says. */
import { type CivilDate, readDue } from "../dates/civil";
import { dayLabel, dueInWords, longDay, plainDay, timeLabel } from "../dates/labels";
import { describeRecurrence } from "../dates/recurrence";
import type { IconName } from "../design/Icon";
import type { Span } from "../ipc/bindings/Span";
import { text } from "../messages/en";

export type Chip = {
  /** The icon before the words; a list has the dot of its colour. */
  mark: IconName | "dot";
  words: string;
  /** What the piece means, for a screen reader. */
  meaning: string;
};

/** The chip of a piece; null for one that has none: quotes only keep what they hold. */
export function chipOf(span: Span, today: CivilDate): Chip | null {
  switch (span.kind) {
    case "due": {
      const when = dueInWords(span.due, today);
      return { mark: "upcoming", words: when, meaning: text.due(when) };
    }
    case "recurrence": {
      const words = repetition(span, today);
      return { mark: "repeat", words, meaning: words };
    }
    case "list":
      return { mark: "dot", words: span.name, meaning: text.inList(span.name) };
    case "tag":
      return { mark: "tag", words: text.tag(span.name), meaning: text.hasTag(span.name) };
    case "priority": {
      const words = span.priority === "p4" ? text.noPriority : text.priority(span.priority);
      return { mark: "flag", words, meaning: words };
    }
    case "deadline": {
      const day = dayLabel(span.deadline, today);
      return { mark: "deadline", words: day, meaning: text.deadline(longDay(span.deadline, today)) };
    }
    case "duration":
      return { mark: "timer", words: text.lasting(span.minutes), meaning: text.takes(span.minutes) };
    case "notes":
      return { mark: "note", words: text.notes, meaning: text.notes };
    case "literal":
      return null;
  }
}

/** A rule with the time and the first day that were said with it: "Repeats every Friday from 4 Dec, 9:00". */
function repetition(span: Extract<Span, { kind: "recurrence" }>, today: CivilDate): string {
  const rule = text.repeats(describeRecurrence(span.recurrence));
  const whole = span.from === null ? rule : text.repeatsFrom(rule, plainDay(span.from, today));
  const time = span.due === null ? null : (readDue(span.due)?.time ?? null);
  return time === null ? whole : text.dayAndTime(whole, timeLabel(time));
}

/** The piece that Backspace at a place refuses. Notes and quotes are written freely: there it deletes. */
export function refusedAt(spans: readonly Span[], caret: number): Span | undefined {
  return spans.find(({ end, kind }) => end === caret && kind !== "notes" && kind !== "literal");
}
