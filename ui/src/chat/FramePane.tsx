/** The pane with ChatKit: its frame, what stands there until it is ready, and what may have to be said above it. */
import { type Ref, useState } from "react";
import type { ChatStart } from "../ipc/bindings/ChatStart";
import { chatText } from "../messages/chat";
import { text } from "../messages/en";
import type { ChatOptions } from "./bridge/messages";
import type { Asked } from "./frame/asked";
import { changedGroup } from "./frame/effects";
import { ChatFrame, type FrameHandle, type Heard } from "./frame/ChatFrame";
import type { ChatKitShowing, Event } from "./frame/showing";
import { PaneHead } from "./PaneHead";
import { AskTool } from "./setup/AskTool";
import { HostedBanner } from "./setup/HostedBanner";

type Props = {
  ref: Ref<FrameHandle>;
  showing: ChatKitShowing;
  options: ChatOptions;
  dispatch: (event: Event) => void;
  onHeard: (message: Heard) => void;
  /** The assistant changed tasks; `group` takes it back. */
  onChanged: (group: string) => void;
  onSettings: (start: ChatStart) => void;
  onClose: () => void;
};

export function FramePane({
  ref,
  showing,
  options,
  dispatch,
  onHeard,
  onChanged,
  onSettings,
  onClose,
}: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { trouble, api, start } = showing;
  return (
    <div className="chat-way">
      {/* ChatKit has a head of its own, with the same buttons. */}
      {showing.step !== "ready" && <PaneHead key="head" title={text.chat} onClose={onClose} />}
      {trouble && (
        <div key="trouble" className="because">
          <HostedBanner
            failure={
              api === "hosted" ? trouble : { ...trouble, message: chatText.why.no_session(trouble.message) }
            }
            onRetry={() => dispatch({ type: "again" })}
            onSignIn={() => onSettings(start)}
          />
        </div>
      )}
      {asked && (
        <AskTool key={asked.id} question={asked.question} agree={asked.agree} onAnswer={asked.answer} />
      )}
      <ChatFrame
        // A frame that is given up is removed; another attempt is another frame.
        key={`frame ${showing.load}`}
        ref={ref}
        showing={showing}
        options={options}
        dispatch={dispatch}
        onHeard={(message) => {
          const group = message.type === "effect" ? changedGroup(message) : null;
          if (group === null) onHeard(message);
          else onChanged(group);
        }}
        onAsked={setAsked}
      />
    </div>
  );
}
