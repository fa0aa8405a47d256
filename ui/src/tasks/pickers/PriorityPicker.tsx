/** How much a task matters. */
import { ListBox, ListBoxItem } from "react-aria-components";
import { Icon } from "../../design/Icon";
import { TaskRing } from "../../design/Ring";
import type { Priority } from "../../ipc/bindings/Priority";
import { pickerText } from "../../messages/pickers";
import { priorityName } from "./names";

const PRIORITIES: readonly Priority[] = ["p1", "p2", "p3", "p4"];

type Props = {
  /** Undefined where several tasks differ. */
  value: Priority | undefined;
  onChange: (priority: Priority) => void;
  onClose: () => void;
};

export function PriorityPicker({ value, onChange, onClose }: Props) {
  return (
    <ListBox
      aria-label={pickerText.choosePriority}
      // A popover opens to be walked through.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus="first"
      selectionMode="single"
      escapeKeyBehavior="none"
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = PRIORITIES.find((priority) => keys !== "all" && keys.has(priority));
        if (chosen) onChange(chosen);
        onClose();
      }}
    >
      {PRIORITIES.map((priority) => (
        <ListBoxItem key={priority} id={priority} textValue={priorityName(priority)}>
          <TaskRing priority={priority} />
          <span className="name">{priorityName(priority)}</span>
          <span className="tick">
            <Icon name="check" small />
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
