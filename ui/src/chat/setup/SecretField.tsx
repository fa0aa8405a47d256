/** A secret that the person gives: it can be set, replaced and removed, never read. */
import { useEffect, useRef, useState } from "react";
import { Notice } from "../../design/Notice";
import type { SecretName } from "../../ipc/bindings/SecretName";
import { setupText } from "../../messages/chatSetup";
import { text } from "../../messages/en";
import { Field } from "./Field";
import { KeychainNote } from "./KeychainNote";
import { useSecret } from "./useSecret";

type Props = {
  name: SecretName;
  label: string;
  /** Counts what may have changed the secret elsewhere. */
  version: number;
};

type Doing = "nothing" | "replace" | "remove";

export function SecretField({ name, label, version }: Props) {
  const secret = useSecret(name, version);
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState(false);
  const [doing, setDoing] = useState<Doing>("nothing");
  const [goTo, setGoTo] = useState<"input" | "safe" | "replace" | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const replace = useRef<HTMLButtonElement>(null);
  const called = setupText.secretNames[name];
  const { stored, keychain } = secret;
  // That there is no keychain is said once, with what can be done.
  const failure = keychain?.trouble && secret.failure?.code === "no_keychain" ? null : secret.failure;
  const asksForValue = stored === null || doing === "replace";

  // What one pressed is gone: the keyboard goes to what came in its place.
  useEffect(() => {
    if (goTo === null) return;
    const to = goTo === "input" ? input : goTo === "safe" ? safe : replace;
    to.current?.focus();

    if (to.current) setGoTo(null);
  }, [goTo, doing, stored]);

  const keep = async () => {
    const value = typed.trim();
    setMissing(value === "");
    if (value === "") {
      input.current?.focus();
      return;
    }
    if (!(await secret.set(value))) return;
    setTyped("");
    setDoing("nothing");
    setGoTo("replace");
  };
  const chooseSession = async (on: boolean) => {
    await secret.session(on);
    setGoTo(asksForValue ? "input" : "replace");
  };
  const leave = (to: "replace" | "input") => {
    setTyped("");
    setMissing(false);
    setDoing("nothing");
    setGoTo(to);
  };

  return (
    <div className="secret">
      {asksForValue ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <Field
            ref={input}
            label={label}
            secret
            value={typed}
            onChange={(value) => {
              setTyped(value);
              setMissing(false);
            }}
            hint={setupText.writeOnly}
            error={missing ? setupText.secretNeeded(called) : (failure?.message ?? null)}
          />
          <div className="acts">
            <button type="submit" className="btn soft">
              {doing === "replace" ? setupText.replaceSecret(called) : setupText.keepSecret(called)}
            </button>
            {doing === "replace" && (
              <button type="button" className="btn" onClick={() => leave("replace")}>
                {text.cancel}
              </button>
            )}
          </div>
        </form>
      ) : (
        <>
          <p className="name">{label}</p>
          {stored && (
            <p>
              {setupText.endsIn(stored.last_four)}
              <span className="hint">
                {stored.place === "keychain" ? setupText.inKeychain : setupText.inMemory}
              </span>
            </p>
          )}
          {failure && <Notice>{failure.message}</Notice>}
          {doing === "remove" ? (
            <>
              <p>{setupText.removeAsk(called)}</p>
              <div className="acts">
                <button
                  type="button"
                  className="btn soft danger"
                  onClick={() => void secret.clear().then((done) => leave(done ? "input" : "replace"))}
                >
                  {setupText.removeSecret(called)}
                </button>
                <button ref={safe} type="button" className="btn" onClick={() => leave("replace")}>
                  {setupText.keepIt}
                </button>
              </div>
            </>
          ) : (
            stored && (
              <div className="acts">
                <button
                  ref={replace}
                  type="button"
                  className="btn"
                  aria-label={setupText.replaceSecret(called)}
                  onClick={() => {
                    setDoing("replace");
                    setGoTo("input");
                  }}
                >
                  {setupText.replace}
                </button>
                <button
                  type="button"
                  className="btn"
                  aria-label={setupText.removeSecret(called)}
                  onClick={() => {
                    setDoing("remove");
                    setGoTo("safe");
                  }}
                >
                  {setupText.remove}
                </button>
              </div>
            )
          )}
        </>
      )}
      {keychain && <KeychainNote keychain={keychain} onSession={(on) => void chooseSession(on)} />}
    </div>
  );
}
