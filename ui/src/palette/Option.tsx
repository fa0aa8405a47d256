/** One line of the palette. */
import { memo } from "react";
import { Icon } from "../design/Icon";
import { TaskRing } from "../design/Ring";
import type { Range } from "../search/fold";
import { Marked } from "../search/Marked";
import { text } from "../messages/en";
import type { Entry, Lead } from "./entries";

type Props = {
  id: string;
  entry: Entry;
  marks: readonly Range[];
  chosen: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function LeadMark({ lead }: { lead: Lead }) {
  switch (lead.kind) {
    case "dot":
      return <span className="dot" data-colour={lead.colour} />;
    case "task":
      return <TaskRing priority={lead.task.priority} done={lead.task.completed_at !== null} />;
    case "icon":
      return (
        <span className="tint" data-colour={lead.colour ?? undefined}>
          <Icon name={lead.icon} />
        </span>
      );
  }
}

export const Option = memo(function Option({ id, entry, marks, chosen, onPoint, onChoose }: Props) {
  return (
    // The keyboard is in the field, which names the line that is chosen.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      // In pieces, some bold, it would be read in pieces.
      aria-label={entry.end === "" ? entry.title : text.joined([entry.title, entry.end])}
      aria-selected={chosen}
      className={chosen ? "item on" : "item"}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className="lead">
        <LeadMark lead={entry.lead} />
      </span>
      <span className="grow" dir="auto">
        <Marked text={entry.title} ranges={marks} />
      </span>{" "}
      {entry.end !== "" && <kbd>{entry.end}</kbd>}
    </div>
  );
});
