/** Tags or reminders: what is there, each with a way to remove it, and a field that adds. */
import { type ReactNode, useRef } from "react";
import { Icon } from "../design/Icon";
import type { Read, TextField } from "./drafts";
import { InlineField } from "./InlineField";

type Props = {
  field: Extract<TextField, "tags" | "reminders">;
  items: readonly { key: string; shown: ReactNode; removeName: string; onRemove: () => void }[];
  addName: string;
  placeholder: string;
  read: Read;
  begin: boolean;
  onDone: () => void;
};

export function Items({ field, items, addName, placeholder, read, begin, onDone }: Props) {
  const row = useRef<HTMLDivElement>(null);
  return (
    <div ref={row} className="items">
      {items.map(({ key, shown, removeName, onRemove }) => (
        <span key={key} className="one">
          <bdi>{shown}</bdi>
          <button
            type="button"
            className="drop"
            aria-label={removeName}
            title={removeName}
            onClick={() => {
              // Its button goes with it: the keyboard stays in the row.
              row.current?.querySelector<HTMLElement>(".value, .words")?.focus();
              onRemove();
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <InlineField
        field={field}
        name={addName}
        read={read}
        placeholder={placeholder}
        value=""
        begin={begin}
        onDone={onDone}
        label={addName}
      >
        <span className="plus">
          <Icon name="plus" small />
        </span>
      </InlineField>
    </div>
  );
}
