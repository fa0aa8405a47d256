/** A text of the task that is typed over: what it says now, and how far its saving is. */
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { detailText } from "../messages/detail";
import type { Draft, Read, TextField } from "./drafts";
import { wordsOf } from "./fields";
import { useHere } from "./here";
import { drafts } from "./saving";

export type Typed = {
  draft: Draft | null;
  /** What stands in the field. */
  words: string;
  type: (words: string) => void;
  save: () => Promise<boolean>;
  drop: () => void;
};

export function useDraft(field: TextField, read: Read): Typed {
  const { task, today, actions } = useHere();
  const draft = useSyncExternalStore(
    drafts.subscribe,
    useCallback(() => drafts.get(task.id, field), [task.id, field]),
  );
  const from = wordsOf(field, task, today);
  const latest = useRef({ actions, read });
  useEffect(() => {
    latest.current = { actions, read };
  });
  // Who goes elsewhere leaves nothing behind: it is saved, or kept and said.
  useEffect(
    () => () => {
      if (field === "subtask") return;
      drafts.leave(task.id, field, (title, { message }) =>
        latest.current.actions.say(detailText.keptText(title, message)),
      );
    },
    [task.id, field],
  );
  return {
    draft,
    words: draft?.text ?? from,
    type: (words) =>
      drafts.type({ id: task.id, title: task.title }, field, words, from, (text) =>
        latest.current.read(text),
      ),
    save: () => drafts.save(task.id, field),
    drop: () => drafts.drop(task.id, field),
  };
}
