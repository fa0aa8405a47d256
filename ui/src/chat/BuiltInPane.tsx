/** The pane with the built-in panel: its head, earlier chats, and the conversation where ChatKit left it. */
import { type RefObject, useEffect, useRef, useState } from "react";
import { Icon } from "../design/Icon";
import { chatText } from "../messages/chat";
import { setupText } from "../messages/chatSetup";
import { text } from "../messages/en";
import { showWhole } from "./frame/threads";
import { BuiltIn, type Prompt } from "./panel/BuiltIn";
import { useChat } from "./panel/useChat";
import { PaneHead } from "./PaneHead";
import type { Why } from "./way";

type Props = {
  /** Where one writes; the window brings the keyboard there when the person opens the pane. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Called when there is something to write in. */
  onThere: () => void;
  why: Why;
  /** ChatKit went in the middle of an answer. */
  cut: boolean;
  onTryAgain: (() => void) | null;
  /** Shows the settings; null where there are none to show. */
  onSettings: (() => void) | null;
  onOpen: (entity: string) => void;
  /** Asks before a link is opened. */
  onLink: (address: string) => void;
  prompts: readonly Prompt[];
  /** Words to put where one writes; `onAsked` says that they are there. */
  asked: string | null;
  onAsked: () => void;
  onClose: () => void;
};

export function BuiltInPane(props: Props) {
  const { field, why, cut, onTryAgain, onSettings, onOpen, onLink, prompts, asked, onAsked, onClose } = props;
  const chat = useChat();
  const [history, setHistory] = useState(false);
  const [waiting, setWaiting] = useState(cut);
  const { threadId, title } = chat.conversation;

  const shown = useRef(threadId);
  const { open } = chat;
  useEffect(() => {
    shown.current = threadId;
  });
  useEffect(() => {
    showWhole(cut, () => shown.current, open)
      // What there is, is shown; the rest is in the thread when it is opened next.
      .catch(() => undefined)
      .finally(() => setWaiting(false));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the panel takes over
  }, []);

  const { onThere } = props;
  useEffect(onThere, [onThere]);

  const back = () => {
    setHistory(false);
    setTimeout(() => field.current?.focus());
  };
  return (
    // Esc steps back from the list of chats, from wherever in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="chat-way"
      onKeyDown={(event) => {
        if (event.key === "Escape" && history) {
          event.stopPropagation();
          event.nativeEvent.preventDefault();
          back();
        }
      }}
    >
      <PaneHead
        title={history ? text.earlierChats : threadId === null ? text.newChat : (title ?? text.chat)}
        onClose={onClose}
      >
        {onSettings && (
          <button
            type="button"
            className="ib"
            aria-label={setupText.title}
            title={setupText.title}
            onClick={onSettings}
          >
            <Icon name="settings" />
          </button>
        )}
        <button
          type="button"
          className="ib"
          aria-label={history ? text.backToChat : text.earlierChats}
          title={history ? text.backToChat : text.earlierChats}
          aria-pressed={history}
          onClick={() => (history ? back() : setHistory(true))}
        >
          <Icon name="history" />
        </button>
        <button
          type="button"
          className="ib"
          aria-label={text.newChat}
          title={text.newChat}
          onClick={() => {
            chat.startNew();
            back();
          }}
        >
          <Icon name="compose" />
        </button>
      </PaneHead>
      <BuiltIn
        // An answer that ChatKit asked for is still being written.
        chat={waiting ? { ...chat, busy: true } : chat}
        field={field}
        why={why}
        onTryAgain={onTryAgain}
        history={history}
        onBack={back}
        onOpen={onOpen}
        onLink={onLink}
        greeting={chatText.greeting}
        prompts={prompts}
        asked={asked}
        onAsked={onAsked}
      />
    </div>
  );
}
