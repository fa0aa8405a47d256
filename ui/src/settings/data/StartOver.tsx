/** Beginning anew: everything goes to the trash, after a backup and a word that is typed. */
import { useId, useState } from "react";
import type { BroughtBack } from "../../ipc/bindings/BroughtBack";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { Line, Section } from "../parts/Section";
import { useAttempt } from "../useGroup";
import { TakeBack } from "./TakeBack";

export function StartOver({ onLook }: { onLook: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<BroughtBack | null>(null);
  const attempt = useAttempt();
  const clear = async () => {
    setAsked(false);
    setBusy(true);
    setDone(null);
    setDone(await attempt(() => call("reset_data")));
    setBusy(false);
    await onLook();
  };
  return (
    <Section title={say.startOver}>
      <Line label={say.startOverHint} hint={<span role="status">{busy ? say.working : ""}</span>}>
        {!asked && (
          <button
            type="button"
            className="btn soft danger"
            aria-disabled={busy}
            onClick={() => !busy && setAsked(true)}
          >
            {say.startOver}
          </button>
        )}
      </Line>
      {asked && <Question onAgree={() => void clear()} onRefuse={() => setAsked(false)} />}
      {done !== null && (
        <TakeBack
          key={done.group}
          words={say.startedOver(done.changed, done.before)}
          group={done.changed > 0 ? done.group : null}
          onDone={onLook}
        />
      )}
    </Section>
  );
}

function Question({ onAgree, onRefuse }: { onAgree: () => void; onRefuse: () => void }) {
  const [word, setWord] = useState("");
  const id = useId();
  const agreed = word.trim().toLowerCase() === say.startOverWord.toLowerCase();
  return (
    // Escape refuses from wherever in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="asking"
      aria-label={say.startOverQuestion}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onRefuse();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (agreed) onAgree();
      }}
    >
      <p>
        <strong>{say.startOverQuestion}</strong>
      </p>
      <p id={`${id}-means`}>{say.startOverMeans}</p>
      <div className="labelled">
        <label htmlFor={id}>{say.typeWord(say.startOverWord)}</label>
        <input
          id={id}
          // The person has just asked for it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-means`}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
      </div>
      <div className="acts">
        <button type="submit" className="btn soft danger" aria-disabled={!agreed}>
          {say.startOverDo}
        </button>
        <button type="button" className="btn" onClick={onRefuse}>
          {say.keepIt}
        </button>
      </div>
    </form>
  );
}
