/** The trash, and emptying it for good after a question. */
import { useState } from "react";
import { Ask } from "../../chat/setup/Ask";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { Line, Section } from "../parts/Section";
import { useAttempt } from "../useGroup";

export function EmptyTrash({ count, onLook }: { count: number; onLook: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const attempt = useAttempt();
  const empty = async () => {
    setBusy(true);
    const gone = await attempt(() => call("empty_trash"));
    setBusy(false);
    setSaid(gone === null ? "" : say.emptied(gone));
    await onLook();
  };
  return (
    <Section title={say.trash}>
      <Line label={say.inTrash(count)} hint={<span role="status">{said}</span>}>
        {count > 0 && (
          <button
            type="button"
            className="btn soft danger"
            aria-disabled={busy}
            onClick={() => !busy && setAsked(true)}
          >
            {say.emptyTrash(count)}
          </button>
        )}
      </Line>
      {asked && (
        <Ask
          label={say.emptyTrash(count)}
          agree={say.emptyTrash(count)}
          refuse={say.keepIt}
          danger
          onAnswer={(agreed) => {
            setAsked(false);
            if (agreed) void empty();
          }}
        >
          <p>{say.emptyTrashQuestion(count)}</p>
        </Ask>
      )}
    </Section>
  );
}
