/** The conversation: what was said, what was done, what went wrong. It stays at its end while one reads there. */
import { useEffect, useLayoutEffect, useRef } from "react";
import { useDelayed } from "../../design/useDelayed";
import { Notice } from "../../design/Notice";
import { ProgressRing } from "../../design/Ring";
import { chatText } from "../../messages/chat";
import { text } from "../../messages/en";
import { answerKey, lastUserMessage } from "./conversation";
import { turnsOf } from "./turns";
import { Item } from "./Item";
import { Prose } from "./Prose";
import { Turn } from "./Turn";
import { YourWords } from "./YourWords";
import type { Prompt } from "./BuiltIn";
import type { Chat } from "./useChat";

/** This near to the end, in pixels, one reads at the end. */
const NEAR = 48;

type Props = { chat: Chat; greeting: string; prompts: readonly Prompt[]; toField: () => void };

export function Talk({ chat, greeting, prompts, toField }: Props) {
  const { conversation, pending, busy, elsewhere, opening, failure } = chat;
  const { items, notes, progress, older, threadId, changes, feedback } = conversation;
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef<{ first: string | undefined; height: number }>({ first: undefined, height: 0 });
  const waiting = useDelayed(opening);

  useEffect(() => {
    atEnd.current = true;
  }, [threadId, pending]);

  useLayoutEffect(() => {
    const box = log.current;
    if (!box) return;
    const first = items[0]?.id;
    if (atEnd.current) box.scrollTop = box.scrollHeight;
    else if (before.current.first !== undefined && first !== before.current.first) {
      // Older items came above: what was in sight stays in sight.
      box.scrollTop += box.scrollHeight - before.current.height;
    }
    before.current = { first, height: box.scrollHeight };
  }, [items, notes, pending, progress, failure, changes, elsewhere]);

  // The pane may be opened after the words came.
  useEffect(() => {
    const box = log.current;
    if (!box) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);

  const turns = turnsOf(items);
  const retry = (itemId: string) => {
    chat.retry(itemId);
    toField();
  };
  const free = !busy && !elsewhere;
  const empty = items.length === 0 && pending === null && failure === null && notes.length === 0;
  const silent = busy && progress === null && items.at(-1)?.type !== "assistant_message";
  const asked = lastUserMessage(items);
  return (
    <div
      ref={log}
      className="talk"
      role="log"
      aria-label={chatText.conversation}
      aria-busy={busy}
      // A log that scrolls must be reachable by the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={(event) => {
        const box = event.currentTarget;
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
        if (box.scrollTop < NEAR && older !== null) void chat.loadOlder();
      }}
    >
      {older !== null && (
        <button type="button" className="btn quiet older" onClick={() => void chat.loadOlder()}>
          {chatText.olderMessages}
        </button>
      )}
      {waiting && <p className="step">{text.loading}</p>}
      {empty && !opening && (
        <div className="welcome">
          <p className="says">{greeting}</p>
          <ul aria-label={chatText.promptsLabel}>
            {prompts.map(({ label, prompt }) => (
              <li key={label}>
                <button
                  type="button"
                  className="prompt"
                  onClick={() => {
                    chat.send([{ type: "input_text", text: prompt }]);
                    toField();
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {turns.map((turn, place) => {
        const last = place === turns.length - 1;
        const first = turn[0];
        if (!first) return null;
        if (first.type === "user_message") {
          return (
            <div key={first.id} className="turn">
              <Item item={first} live={false} />
            </div>
          );
        }
        const key = answerKey(turns[place - 1]?.[0]?.id ?? null);
        return (
          <Turn
            key={first.id}
            items={turn}
            live={last && !free}
            changes={changes[key]}
            feedback={feedback[key]}
            onTakeBack={() => chat.takeBack(key)}
            onRate={(ids, kind) => chat.rate(key, ids, kind)}
            onRetry={last && free && asked !== null ? () => retry(asked) : null}
          />
        );
      })}
      {pending !== null && <YourWords content={pending} />}
      {elsewhere && !opening && (
        <p className="step" role="status">
          <ProgressRing share={0.3} />
          <span>{chatText.answerElsewhere}</span>
        </p>
      )}
      {busy && (progress !== null || silent) && (
        <p className="step">
          <ProgressRing share={0.3} />
          <span>{progress ?? chatText.working}</span>
        </p>
      )}
      {notes.map((note, place) =>
        note.kind === "notice" ? (
          <Notice
            key={place}
            kind={note.level === "info" ? "info" : note.level === "warning" ? "warn" : "bad"}
          >
            {note.title !== null && <strong>{note.title} </strong>}
            <Prose>{note.message}</Prose>
          </Notice>
        ) : (
          <Notice
            key={place}
            actions={
              note.retryAfter !== null && (
                <button type="button" className="btn" onClick={() => retry(note.retryAfter ?? "")}>
                  {text.tryAgain}
                </button>
              )
            }
          >
            {note.message ?? chatText.streamError}
          </Notice>
        ),
      )}
      {failure && (
        <Notice>
          {failure.message} {chat.returned.n > 0 && chatText.notSent}
        </Notice>
      )}
    </div>
  );
}
