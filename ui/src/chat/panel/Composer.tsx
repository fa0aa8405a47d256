import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { Icon } from "../../design/Icon";
import { chatText } from "../../messages/chat";
import { fitHeight } from "../../design/fitHeight";
import type { Chat } from "./useChat";

/** The field one writes in. Enter sends, Shift Enter makes a new line; while an answer comes it can be stopped. */
export function Composer({ chat, field }: { chat: Chat; field: RefObject<HTMLTextAreaElement | null> }) {
  const [words, setWords] = useState("");
  const { returned, busy, conversation } = chat;
  const seen = useRef(returned.n);
  const locked = conversation.status.type !== "active";

  useEffect(() => {
    if (seen.current === returned.n) return;
    seen.current = returned.n;
    setWords((now) => (now === "" ? returned.text : now));
  }, [returned]);

  useLayoutEffect(() => {
    fitHeight(field.current);
  }, [words, field]);

  const ready = words.trim() !== "" && !busy && !locked;
  const send = () => {
    if (!ready) return;
    chat.send(words.trim());
    setWords("");
  };

  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="field">
        <textarea
          ref={field}
          rows={1}
          aria-label={chatText.ask}
          placeholder={
            conversation.status.type === "active"
              ? chatText.ask
              : (conversation.status.reason ?? chatText.chatLocked)
          }
          disabled={locked}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {busy && conversation.mayCancel ? (
          <button
            type="button"
            className="send on"
            aria-label={chatText.stop}
            title={chatText.stop}
            onClick={chat.stop}
          >
            <Icon name="stop" />
          </button>
        ) : (
          <button
            type="submit"
            className={ready ? "send on" : "send"}
            aria-label={chatText.send}
            aria-disabled={!ready}
          >
            <Icon name="up" />
          </button>
        )}
      </div>
      <p>{chatText.answersFrom}</p>
    </form>
  );
}
