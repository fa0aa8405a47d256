/** Emptying the trash for good, from its head, after a question that names the number. */
import { useRef, useState } from "react";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { useCommand } from "../keys/registry";
import { commandText } from "../messages/commands";
import { settingsText } from "../messages/settings";
import { EmptyTrashQuestion } from "./EmptyTrashQuestion";
import { Float } from "./pickers/later";
import type { Actions } from "./useActions";

type Props = { count: number; actions: Pick<Actions, "say">; onEmptied: () => void };

export function EmptyTrash({ count, actions, onEmptied }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  useCommand("empty_trash", count > 0 && !busy ? () => setAsked(true) : null);
  const empty = async () => {
    setAsked(false);
    setBusy(true);
    try {
      actions.say(settingsText.emptied(await call("empty_trash")));
      onEmptied();
    } catch (thrown) {
      actions.say(failureOf(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="btn"
        aria-disabled={busy}
        aria-haspopup="dialog"
        onClick={() => !busy && setAsked(true)}
      >
        {commandText.titles.empty_trash}
      </button>
      {asked && (
        <Float
          anchor={button}
          label={commandText.titles.empty_trash}
          className="question"
          onClose={() => setAsked(false)}
        >
          <EmptyTrashQuestion
            count={count}
            onAnswer={(agreed) => (agreed ? void empty() : setAsked(false))}
          />
        </Float>
      )}
    </>
  );
}
