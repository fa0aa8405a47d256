/** How the chat is set up: who shows it, where answers come from, and the secrets that this takes. */
import { useEffect, useRef, useState } from "react";
import { Icon } from "../../design/Icon";
import { Notice } from "../../design/Notice";
import type { Answers } from "../../ipc/bindings/Answers";
import type { ChatSettings } from "../../ipc/bindings/ChatSettings";
import type { ChatStart } from "../../ipc/bindings/ChatStart";
import type { Failure } from "../../ipc/bindings/Failure";
import { failureOf } from "../../ipc/failure";
import { call } from "../../ipc/host";
import { chatText } from "../../messages/chat";
import { setupText } from "../../messages/chatSetup";
import { wrongBy, wrongWith, type Wrong } from "./answers";
import { BackendForm } from "./BackendForm";
import { Choice } from "./Choice";
import { Facts } from "./Disclosure";
import { OpenAiForm } from "./OpenAiForm";
import { SignOut } from "./SignOut";

type Props = {
  start: ChatStart;
  /** What the chat begins with from now on. */
  onChanged: (start: ChatStart) => void;
  /** Closes them, where they lie over the chat; on a page of their own nothing does. */
  onClose?: () => void;
};

export function ChatSettingsView({ start, onChanged, onClose }: Props) {
  const { settings, rollback } = start;
  const { answers } = settings;
  const [from, setFrom] = useState(answers.from);
  const [wrong, setWrong] = useState<Wrong>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState("");
  const [version, setVersion] = useState(0);
  const [facts, setFacts] = useState(false);
  const view = useRef<HTMLElement>(null);

  const over = onClose !== undefined;
  useEffect(() => {
    if (over) view.current?.focus();
  }, [over]);

  const set = async (change: Partial<ChatSettings>): Promise<Failure | null> => {
    setSaid("");
    try {
      onChanged(await call("chat_set", { settings: { ...settings, ...change } }));
      setFailure(null);
      setWrong({});
      setSaid(setupText.saved);
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  };
  const apply = async (next: Answers) => {
    const seen = wrongWith(next);
    setFailure(null);
    setWrong(seen);
    if (Object.keys(seen).length > 0) return;
    const trouble = await set({ answers: next });
    if (trouble === null) return;
    // What it says of the input stands at its field, the rest above.
    if (trouble.code === "invalid_input" && next.from !== "device") setWrong(wrongBy(trouble, next.from));
    else setFailure(trouble);
  };
  const chooseFrom = (next: Answers["from"]) => {
    setFrom(next);
    setWrong({});
    setSaid("");
    if (next === "device" && answers.from !== "device") void apply({ from: "device" });
  };
  const signOut = async () => {
    try {
      await call("chat_sign_out");
      setFailure(null);
      setSaid(setupText.signedOut);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setVersion((now) => now + 1);
  };

  return (
    // Escape closes from wherever in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={view}
      className="setup"
      tabIndex={-1}
      aria-label={setupText.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !onClose) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {failure && <Notice>{failure.message}</Notice>}
      <Choice
        label={setupText.shownBy}
        value={settings.built_in ? "built_in" : "chatkit"}
        onChoose={(way) => void set({ built_in: way === "built_in" }).then(setFailure)}
        options={[
          { value: "chatkit", label: setupText.chatKit, hint: setupText.chatKitHint },
          { value: "built_in", label: setupText.builtIn, hint: setupText.builtInHint },
        ]}
      />
      <div>
        <button type="button" className="step" aria-expanded={facts} onClick={() => setFacts(!facts)}>
          <span>{setupText.whatChatKitSends}</span>
          <Icon name={facts ? "down" : "right"} />
        </button>
        {facts && <Facts />}
      </div>
      {rollback !== null && rollback !== "setting" && <p className="hint">{chatText.why[rollback]}</p>}

      <Choice
        label={setupText.answersFrom}
        value={from}
        onChoose={chooseFrom}
        options={[
          { value: "device", label: setupText.device, hint: setupText.deviceHint },
          { value: "backend", label: setupText.backend, hint: setupText.backendHint },
          { value: "openai", label: setupText.openai, hint: setupText.openaiHint },
        ]}
      />
      {from !== "device" && settings.built_in && <p className="hint">{setupText.hostedNeedsChatKit}</p>}
      {from === "backend" && (
        <BackendForm
          now={answers.from === "backend" ? answers : null}
          wrong={wrong}
          version={version}
          onUse={(next) => void apply(next)}
        />
      )}
      {from === "openai" && (
        <OpenAiForm
          now={answers.from === "openai" ? answers : null}
          wrong={wrong}
          version={version}
          onUse={(next) => void apply(next)}
        />
      )}
      {answers.from !== "device" && <SignOut onSignOut={signOut} />}
      <p role="status" className="hint">
        {said}
      </p>
      {onClose && (
        <div className="acts">
          <button type="button" className="btn soft" onClick={onClose}>
            {setupText.done}
          </button>
        </div>
      )}
    </section>
  );
}
