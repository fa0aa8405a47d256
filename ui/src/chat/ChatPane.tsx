/** The right pane: the built-in chat. */
import { type RefObject, useState } from "react";
import { Icon } from "../design/Icon";
import { chatText } from "../messages/chat";
import { text } from "../messages/en";
import { BuiltIn } from "./panel/BuiltIn";
import type { Chat } from "./panel/useChat";

type Props = {
  chat: Chat;
  /** Where one writes; the window brings the keyboard there when the person opens the pane. */
  field: RefObject<HTMLTextAreaElement | null>;
  onClose: () => void;
};

export function ChatPane({ chat, field, onClose }: Props) {
  const [history, setHistory] = useState(false);
  const { threadId, title } = chat.conversation;

  const back = () => {
    setHistory(false);
    setTimeout(() => field.current?.focus());
  };
  return (
    // Esc steps back from the list of chats, from wherever in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className="col pane"
      aria-label={text.chat}
      onKeyDown={(event) => {
        if (event.key === "Escape" && history) {
          event.stopPropagation();
          event.nativeEvent.preventDefault();
          back();
        }
      }}
    >
      <div className="pane-head">
        <h2>{history ? text.earlierChats : threadId === null ? text.newChat : (title ?? text.chat)}</h2>
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
        <button
          type="button"
          className="ib"
          aria-label={text.closeChat}
          title={text.closeChat}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <BuiltIn
        chat={chat}
        field={field}
        why={null}
        onTryAgain={null}
        history={history}
        onBack={back}
        onOpen={() => undefined}
        greeting={chatText.greeting}
        prompts={chatText.prompts.map((prompt) => ({ label: prompt, prompt }))}
      />
    </aside>
  );
}
