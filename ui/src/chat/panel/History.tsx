/** Earlier chats: open, rename, delete. */
import { useCallback, useEffect, useRef, useState } from "react";
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
  const view = useRef<HTMLDivElement>(null);
  // Whose row gets the keyboard when what had it is gone; null for the list itself.
  const [goTo, setGoTo] = useState<{ id: string | null } | null>(null);
  const waiting = useDelayed(threads === null && failure === null);
  const today = useToday();

  useEffect(() => {
    if (goTo === null) return;
    const row = [...(view.current?.querySelectorAll<HTMLElement>("[data-thread]") ?? [])].find(
      (each) => each.dataset["thread"] === goTo.id,
    );
    (row?.querySelector<HTMLElement>(".name") ?? view.current)?.focus();
  }, [goTo]);

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

  const leave = (id: string) => {
    setDoing(null);
    setGoTo({ id });
  };
  const rename = (thread: Thread, typed: string) => {
    const title = typed.trim();
    leave(thread.id);
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
    leave(thread.id);
    void attempt(
      () => ask("threads.delete", { thread_id: thread.id }),
      () => {
        const place = threads?.findIndex(({ id }) => id === thread.id) ?? -1;
        setThreads((now) => now?.filter(({ id }) => id !== thread.id) ?? null);
        setGoTo({ id: (threads?.[place + 1] ?? threads?.[place - 1])?.id ?? null });
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
          onEscape={() => leave(thread.id)}
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
            <button type="button" className="btn" autoFocus onClick={() => leave(thread.id)}>
              {chatText.keepIt}
            </button>
          </span>
        </div>
      );
    }
    const day = dayLabel(dayOfInstant(thread.created_at), today);
    return (
      <div className="chat-row" data-thread={thread.id} data-current={thread.id === current || undefined}>
        <button
          type="button"
          className="name"
          aria-label={text.joined([chatText.openChat(title), day])}
          aria-current={thread.id === current || undefined}
          onClick={() => onOpen(thread.id)}
        >
          <bdi>{title}</bdi> <span className="day">{day}</span>
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
    <div ref={view} className="history" tabIndex={-1}>
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

function Rename(props: {
  title: string;
  onDone: (title: string) => void;
  onLeave: () => void;
  onEscape: () => void;
}) {
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
          props.onEscape();
        }}
      />
      <kbd>{text.enterSaves}</kbd>
    </form>
  );
}
