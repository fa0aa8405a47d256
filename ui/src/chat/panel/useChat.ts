/** The conversation that the panel shows: opened, said something, answered, stopped. */
import { useCallback, useEffect, useRef, useState } from "react";
import { remember, remembered } from "../../storage/remember";
import type { Failure } from "../../ipc/bindings/Failure";
import { failureOf } from "../../ipc/failure";
import { applyEvent, type Conversation, cutAfter, EMPTY, type Feedback, withOlder } from "./conversation";
import type { UserContent } from "./items";
import type { Action, StreamingRequest, StructuredAnswers, ThreadStreamEvent } from "./protocol";
import { ask, messageOf, settled, stream } from "./requests";
import { type OnThread, useAnswers } from "./useAnswers";

/** Items loaded at once. */
const PAGE = 30;
/** A thread in which nothing is under way says so within this, in milliseconds. */
const SOON = 100;

export type Chat = {
  conversation: Conversation;
  /** What was just sent and is not in the thread yet. */
  pending: readonly UserContent[] | null;
  /** An answer is under way that was asked for here. */
  busy: boolean;
  /** An answer is under way that another page asked for. */
  elsewhere: boolean;
  /** A thread is being opened. */
  opening: boolean;
  failure: Failure | null;
  /** What goes back into the field after a message could not be sent; `n` tells one from the next. */
  returned: { content: readonly UserContent[]; n: number };
  send: (content: readonly UserContent[]) => void;
  stop: () => void;
  /** Answers a user message again; what came after it is dropped. */
  retry: (itemId: string) => void;
  /** A button of a widget was pressed. `quick` ones are answered by the item alone, even during an answer. */
  act: (itemId: string, action: Action, quick: boolean) => void;
  /** Answers the questions of a structured input. */
  submit: (itemId: string, input: StructuredAnswers) => void;
  rate: (key: string, itemIds: string[], kind: Feedback) => void;
  /** Takes back what an answer changed. */
  takeBack: (key: string) => Promise<void>;
  open: (threadId: string) => void;
  startNew: () => void;
  loadOlder: () => Promise<void>;
  renamed: (threadId: string, title: string) => void;
};

export function useChat(): Chat {
  const [conversation, setConversation] = useState<Conversation>(EMPTY);
  const [pending, setPending] = useState<readonly UserContent[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [elsewhere, setElsewhere] = useState(false);
  const [opening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [returned, setReturned] = useState<Chat["returned"]>({ content: [], n: 0 });
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
    setElsewhere(false);
    setOpening(false);
    setFailure(null);
    remember("chat.thread", next.threadId);
    return shown.current;
  }, []);

  const open = useCallback(
    (threadId: string) => {
      const mine = show({ ...EMPTY, threadId });
      const load = async () => {
        const [thread, page] = await Promise.all([
          ask("threads.get_by_id", { thread_id: threadId }),
          ask("items.list", { thread_id: threadId, limit: PAGE, order: "desc" }),
        ]);
        if (shown.current !== mine) return;
        const { title = null, status } = thread;
        setConversation(withOlder({ ...EMPTY, threadId, title, status }, page));
        setOpening(false);
      };
      const inOrder = async () => {
        // The answer that another page asked for goes on without it: what was said so far is shown, and
        // all of it once it is there. Where nothing is under way, one look is enough.
        const settling = settled(threadId).then(
          () => true,
          () => true,
        );
        const pause = new Promise<false>((resolve) => setTimeout(() => resolve(false), SOON));
        if (!(await Promise.race([settling, pause]))) {
          if (shown.current !== mine) return;
          setElsewhere(true);
          await load();
          await settling;
          if (shown.current !== mine) return;
        }
        await load();
      };
      setOpening(true);
      inOrder()
        .catch((thrown: unknown) => {
          if (shown.current !== mine) return;
          const why = failureOf(thrown);
          show(EMPTY);
          // A thread that was deleted elsewhere is no news: a new chat begins.
          if (why.code !== "not_found") setFailure(why);
        })
        .finally(() => {
          if (shown.current === mine) setElsewhere(false);
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

  const run = (request: StreamingRequest, said: readonly UserContent[] | null) => {
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
          setReturned(({ n }) => ({ content: said, n: n + 1 }));
        }
      })
      .finally(() => {
        if (shown.current !== mine) return;
        cancel.current = null;
        setBusy(false);
        setConversation((now) => ({ ...now, progress: null, mayCancel: false }));
      });
  };

  /** Runs something on the thread that is shown; what it says of another by then is dropped. */
  const onThread: OnThread = async (what) => {
    if (threadId === null) return;
    const mine = shown.current;
    try {
      await what(threadId, () => shown.current === mine);
    } catch (thrown) {
      if (shown.current === mine) setFailure(failureOf(thrown));
    }
  };
  const free = !busy && !elsewhere;
  const later = (then: (thread_id: string) => StreamingRequest) => {
    if (!free || threadId === null) return;
    setConversation((now) => ({ ...now, notes: [] }));
    run(then(threadId), null);
  };

  const send = (content: readonly UserContent[]) => {
    if (!free) return;
    setConversation((now) => ({ ...now, notes: [] }));
    const input = messageOf(content);
    run(
      threadId === null
        ? { type: "threads.create", params: { input } }
        : { type: "threads.add_user_message", params: { thread_id: threadId, input } },
      content,
    );
  };

  const retry = (itemId: string) => {
    if (!free || threadId === null) return;
    setConversation((now) => cutAfter(now, itemId));
    run({ type: "threads.retry_after_item", params: { thread_id: threadId, item_id: itemId } }, null);
  };

  const act = (item_id: string, action: Action, quick: boolean) => {
    if (!quick)
      later((thread_id) => ({ type: "threads.custom_action", params: { thread_id, item_id, action } }));
    else {
      void onThread(async (thread_id, still) => {
        const { updated_item: item } = await ask("threads.sync_custom_action", {
          thread_id,
          item_id,
          action,
        });
        if (item && still())
          setConversation((now) => applyEvent(now, { type: "thread.item.replaced", item }));
      });
    }
  };

  const { rate, takeBack } = useAnswers(conversation, setConversation, onThread);

  const loadOlder = async () => {
    const { older } = conversation;
    if (older === null || loading.current) return;
    loading.current = true;
    await onThread(async (thread_id, still) => {
      const page = await ask("items.list", { thread_id, limit: PAGE, order: "desc", after: older });
      if (still()) setConversation((now) => withOlder(now, page));
    });
    loading.current = false;
  };

  return {
    conversation,
    pending,
    busy,
    elsewhere,
    opening,
    failure,
    returned,
    send,
    // The turn ends by itself soon, whether it was stopped or was over already.
    stop: () => void cancel.current?.().catch(() => undefined),
    retry,
    act,
    submit: (item_id, input) =>
      later((thread_id) => ({ type: "threads.add_structured_input", params: { thread_id, item_id, input } })),
    rate,
    takeBack,
    open,
    startNew: () => void show(EMPTY),
    loadOlder,
    renamed: (id, title) => setConversation((now) => (now.threadId === id ? { ...now, title } : now)),
  };
}
