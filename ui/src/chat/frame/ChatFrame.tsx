/** The frame in which the chat page stands, and what the two say to each other. */
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { call } from "../../ipc/host";
import { text } from "../../messages/en";
import { type ChatOptions, type FromPage, PROTOCOL } from "../bridge/messages";
import { AskQueue, type Asked } from "./asked";
import { listen, tell } from "./bridge";
import { Questions } from "./questions";
import type { ChatKitShowing, Event, FrameEvent } from "./showing";
import { rememberThread, threadToShow } from "./threads";

/** Told apart from the ones that this component acts on itself. */
export type Heard = Extract<FromPage, { type: "open" | "key" | "header" | "effect" }>;

export type FrameHandle = {
  focus: () => void;
  /** Puts words where one writes, and the keyboard with them. */
  compose: (words: string) => void;
};

type Props = {
  ref: Ref<FrameHandle>;
  showing: ChatKitShowing;
  options: ChatOptions;
  dispatch: (event: Event) => void;
  onHeard: (message: Heard) => void;
  onAsked: (asked: Asked | null) => void;
};

export function ChatFrame({ ref, showing, options, dispatch, onHeard, onAsked }: Props) {
  const { page, load, api, step } = showing;
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ options, onHeard });
  useEffect(() => {
    latest.current = { options, onHeard };
  });

  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const happened = (event: FrameEvent) => dispatch({ type: "in_frame", load, event });
    const say = (message: Parameters<typeof tell>[2]) => tell(current, page.origin, message);
    const asks = new AskQueue(onAsked);
    const questions = new Questions({
      hosted: api === "hosted",
      mayDo: (question, agree) => asks.ask(question, agree),
      onMinted: () => happened({ type: "minted" }),
      onRefused: (failure) => happened({ type: "refused", failure }),
    });
    let greeted = false;
    let gone = false;

    const start = async () => {
      const [thread, ticket] = await Promise.all([
        threadToShow(api),
        api === "device" ? call("chat_ticket") : null,
      ]);
      if (gone) return;
      const { options } = latest.current;
      const way = ticket === null ? { kind: "hosted" as const } : { kind: "device" as const, ticket };
      happened({ type: "hello" });
      say({ type: "start", api: way, thread, options });
    };
    const hello = (protocol: number) => {
      // A page that begins a second time, or was built for another window, is not spoken to.
      if (greeted) happened({ type: "hello" });
      else if (protocol !== PROTOCOL) happened({ type: "late" });
      else start().catch(() => happened({ type: "late" }));
      greeted = true;
    };

    const leave = listen(window, current, page.origin, (message) => {
      switch (message.type) {
        case "hello":
          hello(message.protocol);
          break;
        case "ready":
        case "busy":
          happened(message);
          break;
        case "failed":
          happened({ ...message, online: navigator.onLine });
          break;
        case "thread":
          rememberThread(api, message.thread);
          break;
        case "error":
          // ChatKit has shown it.
          break;
        case "open":
        case "key":
        case "header":
        case "effect":
          latest.current.onHeard(message);
          break;
        default:
          void questions.answer(message).then((answer) => {
            if (answer !== null && !gone) say(answer);
          });
      }
    });
    return () => {
      gone = true;
      leave();
      asks.close();
    };
  }, [page.origin, load, api, dispatch, onAsked]);

  const begun = step !== "loading";
  useEffect(() => {
    if (begun && frame.current) tell(frame.current, page.origin, { type: "options", options });
  }, [begun, options, page.origin]);

  const ready = step === "ready";
  useEffect(() => {
    if (!ready || api !== "device") return;
    // An answer that the built-in panel began may still be under way.
    let gone = false;
    void threadToShow(api).then(async (thread) => {
      if (thread === null || !(await call("chat_settled", { thread })) || gone || !frame.current) return;
      tell(frame.current, page.origin, { type: "thread", thread });
    });
    return () => {
      gone = true;
    };
  }, [ready, api, page.origin]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => {
        frame.current?.focus();
        if (frame.current) tell(frame.current, page.origin, { type: "focus" });
      },
      compose: (words) => {
        frame.current?.focus();
        if (frame.current) tell(frame.current, page.origin, { type: "compose", words });
      },
    }),
    [page.origin],
  );

  return (
    <iframe
      ref={frame}
      className="chat-frame"
      // Before `src`. Without it a click in the page leads out of the frame.
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
      src={page.address}
      title={text.chat}
    />
  );
}
