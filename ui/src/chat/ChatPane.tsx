/** The right pane: the chat, in ChatKit or in the built-in panel. */
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useDelayed } from "../design/useDelayed";
import { Notice } from "../design/Notice";
import type { Failure } from "../ipc/bindings/Failure";
import type { Overview } from "../ipc/bindings/Overview";
import { file } from "../load/file";
import { part } from "../load/part";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import type { Key } from "../keys/keyboard";
import { setupText } from "../messages/chatSetup";
import { text } from "../messages/en";
import type { FrameHandle, Heard } from "./frame/ChatFrame";
import { useOptions } from "./frame/useOptions";
import { useShowing } from "./frame/useShowing";
import { PaneHead } from "./PaneHead";
import { Disclosure } from "./setup/Disclosure";

const FramePane = part(
  file(() => import("./FramePane")),
  (pane) => pane.FramePane,
);
const BuiltInPane = part(
  file(() => import("./BuiltInPane"), { rarely: true }),
  (pane) => pane.BuiltInPane,
);
const ChatSettingsView = part(
  file(() => import("./setup/ChatSettingsView"), { rarely: true }),
  (settings) => settings.ChatSettingsView,
);
const LinkQuestion = part(
  file(() => import("./LinkQuestion")),
  (question) => question.LinkQuestion,
);

export type ChatHandle = {
  focus: () => void;
  /** Puts words where one writes, as soon as there is something to write in, and the keyboard with them. */
  ask: (words: string) => void;
  /** Asks the host once more how the chat begins. */
  look: () => void;
  /** Asks whether a link from the chat should be opened in the browser. */
  askLink: (address: string) => void;
};

/** The longest words that the frame takes. */
const MOST_ASKED = 2000;

type Props = {
  ref: Ref<ChatHandle>;
  /** Whether the person sees the pane. Nothing of the chat begins before that. */
  open: boolean;
  overview: Overview | null;
  onClose: () => void;
  /** The person wants to see a task, list or tag: `task:UUID`, `list:UUID`, `tag:NAME`. */
  onOpen: (entity: string) => void;
  /** A shortcut was pressed in ChatKit's page. */
  onKey: (key: Key) => void;
  /** The assistant changed tasks; `group` takes it back. */
  onChanged: (group: string) => void;
};

export function ChatPane({ ref, open, overview, onClose, onOpen, onKey, onChanged }: Props) {
  const [showing, dispatch, look] = useShowing(open);
  const options = useOptions(overview, showing.at === "chatkit" ? showing.api : "device");
  const [settings, setSettings] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState<string | null>(null); // words on their way to where one writes
  const frame = useRef<FrameHandle>(null);
  const pane = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const choice = useRef<HTMLButtonElement>(null);
  const awaited = useRef(false); // whether the keyboard waits for ChatKit
  const waiting = useDelayed(showing.at === "asking");

  const ready = showing.at === "chatkit" && showing.step === "ready";
  const focus = useCallback(() => {
    awaited.current = false;
    if (ready) frame.current?.focus();
    else if (field.current ?? choice.current) (field.current ?? choice.current)?.focus();
    else {
      awaited.current = true;
      pane.current?.focus();
    }
  }, [ready]);
  const ask = useCallback((words: string) => {
    setSettings(false);
    setAsked(words);
  }, []);
  useImperativeHandle(ref, () => ({ focus, ask, look, askLink: setLink }), [focus, ask, look]);
  const taken = useCallback(() => setAsked(null), []);
  useEffect(() => {
    if (!ready || asked === null) return;
    frame.current?.compose(asked.slice(0, MOST_ASKED));
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the frame has them now
    taken();
  }, [ready, asked, taken]);
  // The keyboard was sent here before there was anything to take it; meanwhile it may have gone elsewhere.
  const goOn = useCallback(() => {
    const { activeElement } = document;
    const waits = activeElement === null || activeElement === document.body || activeElement === pane.current;
    if (awaited.current && waits) focus();
  }, [focus]);
  useEffect(goOn, [goOn, showing.at]);

  const onHeard = (message: Heard) => {
    switch (message.type) {
      case "open":
        onOpen(message.entity);
        break;
      case "key":
        onKey(message);
        break;
      case "header":
        if (message.action === "close") onClose();
        else setSettings(true);
    }
  };
  const choose = async (way: "chatkit" | "built_in") => {
    if (showing.at !== "telling") return;
    const now = showing.start.settings;
    const wanted = way === "chatkit" ? { ...now, told: true } : { ...now, built_in: true };
    try {
      dispatch({ type: "started", start: await call("chat_set", { settings: wanted }) });
      setFailure(null);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
  };

  const start = "start" in showing ? showing.start : null;
  const toSettings = start === null ? null : () => setSettings(true);
  return (
    <aside ref={pane} className="col pane" aria-label={text.chat} tabIndex={-1}>
      {settings && start !== null && (
        <>
          <PaneHead title={setupText.title} onClose={onClose} />
          <ChatSettingsView
            start={start}
            onChanged={(start) => dispatch({ type: "started", start })}
            onClose={() => {
              setSettings(false);
              // What was in the way may be set right now.
              if (showing.at === "chatkit" && showing.trouble !== null) dispatch({ type: "again" });
              setTimeout(focus);
            }}
          />
        </>
      )}
      {/* Kept while the settings are looked at: a frame that goes has to be loaded again. */}
      <div className="chat-ways" hidden={settings && start !== null}>
        {(showing.at === "closed" || showing.at === "asking") && (
          <>
            <PaneHead title={text.chat} onClose={onClose} />
            {waiting && <Notice kind="info">{text.loading}</Notice>}
          </>
        )}
        {showing.at === "telling" && (
          <>
            <PaneHead title={text.chat} onClose={onClose} />
            <Disclosure first={choice} failure={failure} onChoose={(way) => void choose(way)} />
          </>
        )}
        {showing.at === "chatkit" && (
          <FramePane
            meanwhile={<PaneHead title={text.chat} onClose={onClose} />}
            ref={frame}
            showing={showing}
            options={options}
            dispatch={dispatch}
            onHeard={onHeard}
            onChanged={onChanged}
            onSettings={() => setSettings(true)}
            onClose={onClose}
          />
        )}
        {showing.at === "panel" && (
          <BuiltInPane
            meanwhile={<PaneHead title={text.chat} onClose={onClose} />}
            field={field}
            onThere={goOn}
            why={showing.why}
            cut={showing.cut}
            onTryAgain={() => dispatch({ type: "again" })}
            onSettings={toSettings}
            onOpen={onOpen}
            onLink={setLink}
            prompts={options.prompts}
            asked={asked}
            onAsked={taken}
            onClose={onClose}
          />
        )}
      </div>
      {link !== null && <LinkQuestion key={link} address={link} onDone={() => setLink(null)} />}
    </aside>
  );
}
