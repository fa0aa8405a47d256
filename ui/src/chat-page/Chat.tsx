/** ChatKit itself, once its script is there. */
import { ChatKit, useChatKit } from "@openai/chatkit-react";
import { useEffect, useState } from "react";
import type { ToPage } from "../chat/bridge/messages";
import { apiOf } from "./api";
import type { Calls } from "./calls";
import { entityOf } from "./deeplink";
import { chatKit, compose, fetchUpdates, focusComposer, showThread } from "./element";
import type { Host } from "./host";
import { chatKitOptions } from "./options";
import { Pace } from "./pace";
import { isFatal, type Report } from "./report";
import { watchGone } from "./watch";

/** How long ChatKit may take to become ready, in milliseconds. */
const READY_LIMIT = 10_000;

type Props = {
  host: Host;
  calls: Calls;
  report: Report;
  start: Extract<ToPage, { type: "start" }>;
  /** Whether ChatKit has said that it can be seen. */
  ready: boolean;
  onReady: () => void;
  onFailed: Report["failed"];
};

export function Chat({ host, calls, report, start, ready, onReady, onFailed }: Props) {
  const [options, setOptions] = useState(start.options);
  const [api] = useState(() => apiOf(start.api, calls, onFailed, () => chatKit() !== null));
  const [pace] = useState(
    () =>
      new Pace(start.thread, {
        show: showThread,
        refresh: fetchUpdates,
        onBusy: (busy) => host.send({ type: "busy", busy }),
      }),
  );

  const { control } = useChatKit({
    ...chatKitOptions({ api, thread: start.thread, options, calls, send: host.send }),
    onReady,
    onError: ({ error }) => {
      pace.stopped();
      if (isFatal(error)) onFailed("fatal", error);
      else report.error(error);
    },
    onResponseStart: () => pace.answering(true),
    onResponseEnd: () => pace.answering(false),
    onThreadLoadStart: () => pace.loading(true),
    onThreadLoadEnd: () => pace.loading(false),
    onThreadChange: ({ threadId }) => {
      pace.shows(threadId);
      host.send({ type: "thread", thread: threadId });
    },
    onEffect: ({ name, data = {} }) => host.send({ type: "effect", name, data }),
    onDeeplink: (link) => {
      const entity = entityOf(link);
      if (entity !== null) host.send({ type: "open", entity });
    },
    // No onLog: it may carry what the person wrote.
  });

  useEffect(() => {
    if (ready) return;
    const timer = setTimeout(
      () => onFailed("never_ready", `Not ready after ${READY_LIMIT / 1000} s.`),
      READY_LIMIT,
    );
    return () => clearTimeout(timer);
  }, [ready, onFailed]);
  useEffect(() => {
    const element = chatKit();
    if (element) return watchGone(element, ready, (how) => onFailed("unmounted", how));
    onFailed("unmounted", "ChatKit left the page.");
  }, [ready, onFailed]);

  useEffect(
    () =>
      host.onMessage((message) => {
        if (message.type === "options") setOptions(message.options);
        else if (message.type === "thread") pace.want(message.thread);
        else if (message.type === "focus") focusComposer();
        else if (message.type === "compose") compose(message.words);
      }),
    [host, pace],
  );

  return <ChatKit control={control} className="chatkit" />;
}
