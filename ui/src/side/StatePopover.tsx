/** What the foot of the side list says, in full: where the tasks are, or what is the matter. */
import { type RefObject, useEffect, useState } from "react";
import { Popover } from "react-aria-components";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { text } from "../messages/en";
import { sideText } from "../messages/side";
import type { Condition } from "./condition";

type Props = {
  /** What it stands beside. */
  anchor: RefObject<Element | null>;
  condition: Condition;
  onResume: () => Promise<void>;
  onClose: () => void;
};

export function StatePopover({ anchor, condition, onResume, onClose }: Props) {
  return (
    <Popover
      className="pop state-pop"
      aria-label={sideText.state}
      isOpen
      triggerRef={anchor}
      placement="top start"
      offset={6}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {/* The popover is the dialog: with one inside, its hidden buttons would be outside of any. */}
      <div>
        <h2>{condition.title}</h2>
        <p>{condition.more}</p>
        {condition.kind === "here" && <Folder />}
        {condition.kind === "paused" && <Resume onResume={onResume} />}
      </div>
    </Popover>
  );
}

/** Where the tasks are. */
function Folder() {
  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    call("status").then(
      ({ data_dir }) => {
        if (!gone) setFolder(data_dir);
      },
      // The sentence above holds without it.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  if (folder === null) return null;
  return (
    <p className="path">
      <span className="vh">{text.dataFolder}: </span>
      <bdi>{folder}</bdi>
    </p>
  );
}

function Resume({ onResume }: { onResume: () => Promise<void> }) {
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <>
      <button
        type="button"
        className="btn soft"
        onClick={() => {
          onResume().catch((thrown: unknown) => setRefused(failureOf(thrown).message));
        }}
      >
        {sideText.resume}
      </button>
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
