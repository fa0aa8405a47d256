/**
 * The field one writes in. Enter sends, Shift Enter makes a new line, `@` looks for what can be mentioned;
 * while an answer comes it can be stopped.
 */
import {
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";
import { Icon } from "../../design/Icon";
import { fitHeight } from "../../design/fitHeight";
import type { Entity } from "../../ipc/bindings/Entity";
import { chatText } from "../../messages/chat";
import { useUnsaved } from "../../updates/unsaved";
import {
  contentOf,
  type Draft,
  draftOf,
  edited,
  mentioned,
  NOTHING,
  pieces,
  queryAt,
  withoutMention,
} from "./draft";
import { MentionList, optionId } from "./MentionList";
import type { Chat } from "./useChat";
import { useMentions } from "./useMentions";

type Props = {
  chat: Chat;
  field: RefObject<HTMLTextAreaElement | null>;
  draft: Draft;
  onDraft: (change: (now: Draft) => Draft) => void;
};

export function Composer({ chat, field, draft, onDraft }: Props) {
  const { returned, busy, elsewhere, conversation } = chat;
  const { status } = conversation;
  const seen = useRef(returned.n);
  useUnsaved("chat", draft.words.trim() !== "");
  const [caret, setCaret] = useState<number | null>(null); // null while a range is selected, or no one is there
  const goTo = useRef<number | null>(null);
  const [slid, setSlid] = useState(0); // how far the field has scrolled its text, in pixels
  const list = useId();
  const locked = status.type === "locked";
  const query = caret === null || locked ? null : queryAt(draft, caret);
  const mentions = useMentions(query);
  const open = mentions.found.length > 0;

  useEffect(() => {
    if (seen.current === returned.n) return;
    seen.current = returned.n;
    onDraft((now) => (now.words === "" ? draftOf(returned.content) : now));
  }, [returned, onDraft]);

  useLayoutEffect(() => {
    const area = field.current;
    fitHeight(area);
    if (goTo.current === null || !area) return;
    area.setSelectionRange(goTo.current, goTo.current);
    goTo.current = null;
  }, [draft, field]);

  if (status.type === "closed") {
    return (
      <div className="ask">
        <p className="closed">{status.reason ?? chatText.chatLocked}</p>
      </div>
    );
  }

  const content = contentOf(draft);
  const ready = content.length > 0 && !busy && !elsewhere && !locked;
  const send = () => {
    if (!ready) return;
    chat.send(content);
    onDraft(() => NOTHING);
    setCaret(null);
  };
  const put = (next: { draft: Draft; caret: number }) => {
    goTo.current = next.caret;
    onDraft(() => next.draft);
    setCaret(next.caret);
    field.current?.focus();
  };
  const take = (entity: Entity) => {
    if (query) put(mentioned(draft, query, entity));
  };
  /** The button does what typing an `@` does. */
  const look = () => {
    const at = field.current?.selectionStart ?? draft.words.length;
    const before = draft.words.slice(0, at);
    const sign = before === "" || /\s$/.test(before) ? "@" : " @";
    put({ draft: edited(draft, before + sign + draft.words.slice(at)), caret: at + sign.length });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const used = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (open && plain) {
      const { length } = mentions.found;
      const entity = mentions.found[mentions.at];
      switch (event.key) {
        case "ArrowDown":
          used();
          mentions.move((mentions.at + 1) % length);
          return;
        case "ArrowUp":
          used();
          mentions.move((mentions.at + length - 1) % length);
          return;
        case "Enter":
        case "Tab":
          used();
          if (entity) take(entity);
          return;
        case "Escape":
          used();
          mentions.close();
          return;
      }
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Backspace" && plain) {
      const { selectionStart, selectionEnd } = event.currentTarget;
      const without = selectionStart === selectionEnd ? withoutMention(draft, selectionEnd) : null;
      if (!without) return;
      event.preventDefault();
      put(without);
    }
  };

  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {open && (
        <MentionList
          id={list}
          found={mentions.found}
          at={mentions.at}
          onPoint={mentions.move}
          onTake={take}
        />
      )}
      <div className="field">
        <div className="typing">
          <div className="mirror" aria-hidden="true">
            <div style={{ transform: `translateY(${String(-slid)}px)` }}>
              {pieces(draft).map(({ text, mark }, place) =>
                mark ? (
                  <span key={place} className="tok">
                    {text}
                  </span>
                ) : (
                  text
                ),
              )}
            </div>
          </div>
          <textarea
            ref={field}
            rows={1}
            // A combobox only while there is something to choose: it is a field of many lines otherwise.
            {...(open && {
              role: "combobox",
              "aria-expanded": true,
              "aria-haspopup": "listbox",
              "aria-controls": list,
              "aria-activedescendant": optionId(list, mentions.at),
            })}
            aria-autocomplete="list"
            aria-label={chatText.ask}
            placeholder={locked ? (status.reason ?? chatText.chatLocked) : chatText.ask}
            // Not disabled: that would take the keyboard from who is in it.
            readOnly={locked}
            aria-disabled={locked}
            value={draft.words}
            onChange={(event) => {
              const { value, selectionStart, selectionEnd } = event.target;
              onDraft((now) => edited(now, value));
              setCaret(selectionStart === selectionEnd ? selectionStart : null);
            }}
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
              setCaret(selectionStart === selectionEnd ? selectionStart : null)
            }
            onBlur={() => setCaret(null)}
            onScroll={(event) => setSlid(event.currentTarget.scrollTop)}
            onKeyDown={onKeyDown}
          />
        </div>
        <button
          type="button"
          className="ib"
          aria-label={chatText.mention}
          title={chatText.mention}
          aria-disabled={locked}
          onClick={() => !locked && look()}
        >
          <Icon name="at" />
        </button>
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
      <span className="vh" role="status">
        {open ? chatText.mentionsFound(mentions.found.length) : ""}
      </span>
      <p>{chatText.answersFrom}</p>
    </form>
  );
}
