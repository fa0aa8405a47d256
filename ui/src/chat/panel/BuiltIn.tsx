/** The built-in panel: the chat without ChatKit, over the same threads and the same protocol. */
import { type RefObject, useEffect, useState } from "react";
import type { Why } from "../way";
import { ActsContext } from "./acts";
import { Because, because } from "./Because";
import { Composer } from "./Composer";
import { type Draft, edited, NOTHING } from "./draft";
import { History } from "./History";
import { Talk } from "./Talk";
import type { Chat } from "./useChat";

/** A thing to try, on the start screen. */
export type Prompt = { label: string; prompt: string };

type Props = {
  chat: Chat;
  /** Where one writes; the window brings the keyboard there when the person opens the pane. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Why it isn't ChatKit; null where nothing has to be said. */
  why: Why | null;
  /** Tries ChatKit again; null where that makes no sense. */
  onTryAgain: (() => void) | null;
  /** Earlier chats are shown in place of the conversation. */
  history: boolean;
  /** From the earlier chats back to the conversation. */
  onBack: () => void;
  /** The person wants to see a task, list or tag: `task:UUID`, `list:UUID`, `tag:NAME`. */
  onOpen: (entity: string) => void;
  /** A link was clicked: asks before it is opened. */
  onLink: (address: string) => void;
  greeting: string;
  prompts: readonly Prompt[];
  /** Words to put where one writes; `onAsked` says that they are there. */
  asked?: string | null;
  onAsked?: () => void;
};

export function BuiltIn(props: Props) {
  const { chat, field, why, onTryAgain, history, onBack, onOpen, onLink, greeting, prompts } = props;
  const { asked = null, onAsked } = props;
  const { threadId } = chat.conversation;
  const [draft, setDraft] = useState<Draft>(NOTHING);
  useEffect(() => {
    if (asked === null) return;
    // What is being written already stays.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- somebody else asked, once
    setDraft((now) => edited(now, now.words.trim() === "" ? asked : `${now.words.trimEnd()}\n${asked}`));
    onAsked?.();
    onBack();
  }, [asked, onAsked, onBack]);
  const [kept, setKept] = useState<string | null>(null);
  const said = why && because(why);
  const free = !chat.busy && !chat.elsewhere;
  // What was pressed and is gone leaves the keyboard to the field.
  const toField = () => field.current?.focus();
  const submit: Chat["submit"] = (itemId, input) => {
    chat.submit(itemId, input);
    toField();
  };
  const acts = { free, onOpen, onLink, act: chat.act, submit };
  if (history) {
    return (
      <History
        current={threadId}
        onOpen={(id) => {
          if (id !== threadId) chat.open(id);
          onBack();
        }}
        onRenamed={chat.renamed}
        onDeleted={(id) => {
          if (id === threadId) chat.startNew();
        }}
      />
    );
  }
  return (
    <ActsContext value={acts}>
      {said !== null && said !== kept && (
        <Because
          said={said}
          failed={why?.kind !== "rollback"}
          // Only a backend changes its mind while the app runs.
          onTryAgain={why?.kind === "rollback" && why.by !== "backend" ? null : onTryAgain}
          onKeep={() => {
            setKept(said);
            toField();
          }}
        />
      )}
      <Talk chat={chat} greeting={greeting} prompts={prompts} toField={toField} />
      <Composer chat={chat} field={field} draft={draft} onDraft={setDraft} />
    </ActsContext>
  );
}
