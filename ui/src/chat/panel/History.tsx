/** Earlier chats: open, rename, delete. */
import { useCallback, useEffect, useState } from "react";
import { useToday } from "../../dates/useToday";
import { dayLabel, dayOfInstant } from "../../dates/labels";
import { Icon } from "../../design/Icon";
import { Notice } from "../../design/Notice";
import { useDelayed } from "../../design/useDelayed";
import type { Failure } from "../../ipc/bindings/Failure";
import { failureOf } from "../../ipc/failure";
import { chatText } from "../../messages/chat";
import { text } from "../../messages/en";
import type { Page, Thread } from "./protocol";
import { ask } from "./requests";

const PAGE = 20;

type Props = {
  current: string | null;
  onOpen: (threadId: string) => void;
  onRenamed: (threadId: string, title: string) => void;
  onDeleted: (threadId: string) => void;
};

type Doing = { what: "rename" | "delete"; id: string } | null;

export function History({ current, onOpen, onRenamed, onDeleted }: Props) {
  const [threads, setThreads] = useState<Thread[] | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const waiting = useDelayed(threads === null && failure === null);
  const today = useToday();

  const attempt = useCallback(async <T,>(run: () => Promise<T>, then: (answer: T) => void) => {
    try {
      const answer = await run();
      setFailure(null);
      then(answer);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
  }, []);

  const load = useCallback(
    (from: string | null) =>
      attempt(
        () => ask("threads.list", { limit: PAGE, order: "desc", ...(from === null ? {} : { after: from }) }),
        (page: Page<Thread>) => {
          setThreads((now) => (from === null ? page.data : [...(now ?? []), ...page.data]));
          setAfter(page.has_more ? (page.after ?? page.data.at(-1)?.id ?? null) : null);
        },
      ),
    [attempt],
  );
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the answer of the host comes later
    void load(null);
  }, [load]);

  const rename = (thread: Thread, typed: string) => {
    const title = typed.trim();
    setDoing(null);
    if (title === "" || title === thread.title) return;
    void attempt(
      () => ask("threads.update", { thread_id: thread.id, title }),
      () => {
        setThreads((now) => now?.map((each) => (each.id === thread.id ? { ...each, title } : each)) ?? null);
        onRenamed(thread.id, title);
      },
    );
  };
  const remove = (thread: Thread) => {
    setDoing(null);
    void attempt(
      () => ask("threads.delete", { thread_id: thread.id }),
      () => {
        setThreads((now) => now?.filter(({ id }) => id !== thread.id) ?? null);
        onDeleted(thread.id);
      },
    );
  };

  const row = (thread: Thread) => {
    const title = thread.title ?? chatText.untitledChat;
    if (doing?.id === thread.id && doing.what === "rename") {
      return (
        <Rename
          title={thread.title ?? ""}
          onDone={(typed) => rename(thread, typed)}
          onLeave={() => setDoing(null)}
        />
      );
    }
    if (doing?.id === thread.id) {
      return (
        <div className="chat-row asks">
          <span>{chatText.reallyDelete(title)}</span>
          <span className="acts">
            <button type="button" className="btn soft danger" onClick={() => remove(thread)}>
              {chatText.deleteIt}
            </button>
            {/* The safe answer has the keyboard. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <button type="button" className="btn" autoFocus onClick={() => setDoing(null)}>
              {chatText.keepIt}
            </button>
          </span>
        </div>
      );
    }
    return (
      <div className="chat-row" data-current={thread.id === current || undefined}>
        <button
          type="button"
          className="name"
          aria-label={chatText.openChat(title)}
          aria-current={thread.id === current || undefined}
          onClick={() => onOpen(thread.id)}
        >
          <bdi>{title}</bdi>
          <span className="day">{dayLabel(dayOfInstant(thread.created_at), today)}</span>
        </button>
        <button
          type="button"
          className="ib s"
          aria-label={chatText.renameChat(title)}
          onClick={() => setDoing({ what: "rename", id: thread.id })}
        >
          <Icon name="edit" small />
        </button>
        <button
          type="button"
          className="ib s"
          aria-label={chatText.deleteChat(title)}
          onClick={() => setDoing({ what: "delete", id: thread.id })}
        >
          <Icon name="trash" small />
        </button>
      </div>
    );
  };

  return (
    <div className="history">
      {failure && (
        <Notice
          actions={
            <button type="button" className="btn" onClick={() => void load(null)}>
              {text.tryAgain}
            </button>
          }
        >
          {failure.message}
        </Notice>
      )}
      {waiting && <p className="step">{text.loading}</p>}
      {threads?.length === 0 && (
        <div className="mid">
          <h2>{chatText.noChats}</h2>
          <p>{chatText.noChatsHint}</p>
        </div>
      )}
      {threads !== null && threads.length > 0 && (
        <ul aria-label={chatText.chatList}>
          {threads.map((thread) => (
            <li key={thread.id}>{row(thread)}</li>
          ))}
        </ul>
      )}
      {after !== null && (
        <button type="button" className="btn quiet" onClick={() => void load(after)}>
          {chatText.moreChats}
        </button>
      )}
    </div>
  );
}

function Rename(props: { title: string; onDone: (title: string) => void; onLeave: () => void }) {
  const [title, setTitle] = useState(props.title);
  return (
    <form
      className="chat-row"
      onSubmit={(event) => {
        event.preventDefault();
        props.onDone(title);
      }}
    >
      <input
        // One asked for this field.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={chatText.chatTitle}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={props.onLeave}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          props.onLeave();
        }}
      />
      <kbd>{text.enterSaves}</kbd>
    </form>
  );
}
