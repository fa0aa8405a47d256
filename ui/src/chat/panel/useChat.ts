/** The conversation that the panel shows: opened, said something, answered, stopped. */
import { useCallback, useEffect, useRef, useState } from "react";
import { remember, remembered } from "../../storage/remember";
import type { Failure } from "../../ipc/bindings/Failure";
import { failureOf } from "../../ipc/failure";
import { applyEvent, type Conversation, cutAfter, EMPTY, withOlder } from "./conversation";
import type { StreamingRequest, ThreadStreamEvent } from "./protocol";
import { ask, messageOf, stream } from "./requests";

/** Items loaded at once. */
const PAGE = 30;

export type Chat = {
  conversation: Conversation;
  /** What was just sent and is not in the thread yet. */
  pending: string | null;
  /** An answer is under way. */
  busy: boolean;
  /** A thread is being opened. */
  opening: boolean;
  failure: Failure | null;
  /** What goes back into the field after a message could not be sent; `n` tells one from the next. */
  returned: { text: string; n: number };
  send: (text: string) => void;
  stop: () => void;
  retry: (itemId: string) => void;
  open: (threadId: string) => void;
  startNew: () => void;
  loadOlder: () => Promise<void>;
  renamed: (threadId: string, title: string) => void;
};

export function useChat(): Chat {
  const [conversation, setConversation] = useState<Conversation>(EMPTY);
  const [pending, setPending] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [opening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [returned, setReturned] = useState({ text: "", n: 0 });
  // Which conversation is shown: what comes for an earlier one is for the server's memory only.
  const shown = useRef(0);
  const cancel = useRef<(() => Promise<unknown>) | null>(null);
  const loading = useRef(false);

  const show = useCallback((next: Conversation) => {
    shown.current += 1;
    cancel.current = null;
    setConversation(next);
    setPending(null);
    setBusy(false);
    setFailure(null);
    remember("chat.thread", next.threadId);
    return shown.current;
  }, []);

  const open = useCallback(
    (threadId: string) => {
      const mine = show({ ...EMPTY, threadId });
      setOpening(true);
      Promise.all([
        ask("threads.get_by_id", { thread_id: threadId }),
        ask("items.list", { thread_id: threadId, limit: PAGE, order: "desc" }),
      ])
        .then(([thread, page]) => {
          if (shown.current !== mine) return;
          setConversation((now) =>
            withOlder({ ...now, title: thread.title ?? null, status: thread.status }, page),
          );
        })
        .catch((thrown: unknown) => {
          if (shown.current !== mine) return;
          const why = failureOf(thrown);
          show(EMPTY);
          // A thread that was deleted elsewhere is no news: a new chat begins.
          if (why.code !== "not_found") setFailure(why);
        })
        .finally(() => {
          if (shown.current >= mine) setOpening(false);
        });
    },
    [show],
  );

  useEffect(() => {
    const last = remembered("chat.thread");
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what was open last time is opened once, at the start
    if (last !== null) open(last);
  }, [open]);

  const threadId = conversation.threadId;
  useEffect(() => {
    if (threadId !== null) remember("chat.thread", threadId);
  }, [threadId]);

  const run = useCallback((request: StreamingRequest, said: string | null) => {
    const mine = shown.current;
    let heard = false;
    setBusy(true);
    setFailure(null);
    setPending(said);
    const onEvent = (event: ThreadStreamEvent) => {
      if (shown.current !== mine) return;
      if (event.type === "thread.item.done" && event.item.type === "user_message") {
        heard = true;
        setPending(null);
      }
      setConversation((now) => applyEvent(now, event));
    };
    const turn = stream(request, onEvent);
    cancel.current = turn.cancel;
    turn.done
      .catch((thrown: unknown) => {
        if (shown.current !== mine) return;
        setFailure(failureOf(thrown));
        if (!heard && said !== null) {
          setPending(null);
          setReturned(({ n }) => ({ text: said, n: n + 1 }));
        }
      })
      .finally(() => {
        if (shown.current !== mine) return;
        cancel.current = null;
        setBusy(false);
        setConversation((now) => ({ ...now, progress: null, mayCancel: false }));
      });
  }, []);

  const send = (text: string) => {
    if (busy) return;
    setConversation((now) => ({ ...now, notes: [] }));
    const input = messageOf(text);
    run(
      threadId === null
        ? { type: "threads.create", params: { input } }
        : { type: "threads.add_user_message", params: { thread_id: threadId, input } },
      text,
    );
  };

  const retry = (itemId: string) => {
    if (busy || threadId === null) return;
    setConversation((now) => cutAfter(now, itemId));
    run({ type: "threads.retry_after_item", params: { thread_id: threadId, item_id: itemId } }, null);
  };

  const loadOlder = async () => {
    const { older } = conversation;
    if (threadId === null || older === null || loading.current) return;
    const mine = shown.current;
    loading.current = true;
    try {
      const page = await ask("items.list", { thread_id: threadId, limit: PAGE, order: "desc", after: older });
      if (shown.current === mine) setConversation((now) => withOlder(now, page));
    } catch (thrown) {
      if (shown.current === mine) setFailure(failureOf(thrown));
    } finally {
      loading.current = false;
    }
  };

  return {
    conversation,
    pending,
    busy,
    opening,
    failure,
    returned,
    send,
    // The turn ends by itself soon, whether it was stopped or was over already.
    stop: () => void cancel.current?.().catch(() => undefined),
    retry,
    open,
    startNew: () => {
      show(EMPTY);
      setOpening(false);
    },
    loadOlder,
    renamed: (id, title) => setConversation((now) => (now.threadId === id ? { ...now, title } : now)),
  };
}
