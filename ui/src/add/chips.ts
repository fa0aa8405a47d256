/** What the chip of a recognised piece shows and says. */
import type { CivilDate } from "../dates/civil";
import { dayLabel, dueInWords, longDay } from "../dates/labels";
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
      const words = text.repeats(describeRecurrence(span.recurrence));
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

/** The piece that Backspace at a place refuses. Notes and quotes are written freely: there it deletes. */
export function refusedAt(spans: readonly Span[], caret: number): Span | undefined {
  return spans.find(({ end, kind }) => end === caret && kind !== "notes" && kind !== "literal");
}
