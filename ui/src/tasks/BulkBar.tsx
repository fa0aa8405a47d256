/** What can be done to the selected tasks; it floats above the list while there are some. */
import { useRef } from "react";
import { Button, Toolbar } from "react-aria-components";
import { Icon, type IconName } from "../design/Icon";
import { listText } from "../messages/list";
import { text } from "../messages/en";
import type { PickerKind } from "./pickers/TaskPicker";

type Props = {
  count: number;
  /** The place is the trash: tasks there can only be restored. */
  trash: boolean;
  onComplete: () => void;
  onRestore: () => void;
  onDelete: () => void;
  onPick: (kind: PickerKind, anchor: Element) => void;
  /** Lets the selection go. */
  onClose: () => void;
  /** Esc: back to the rows. */
  onBack: () => void;
};

export function BulkBar(props: Props) {
  const { count, trash, onComplete, onRestore, onDelete, onPick, onClose, onBack } = props;
  const bar = useRef<HTMLDivElement>(null);
  const picks = (kind: PickerKind, icon: IconName, name: string, small: boolean) => (
    <Button
      className={small ? "ib" : "btn"}
      {...(small && { "aria-label": name })}
      onPress={({ target }) => onPick(kind, target)}
    >
      <Icon name={icon} />
      {!small && name}
    </Button>
  );
  return (
    <div
      className="bulk pop"
      ref={bar}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onBack();
      }}
    >
      <span role="status" className="count">
        {listText.selected(count)}
      </span>
      <Toolbar aria-label={listText.selectedTasks}>
        {trash ? (
          <Button className="btn" onPress={onRestore}>
            <Icon name="restore" />
            {text.restoreButton}
          </Button>
        ) : (
          <>
            <Button className="btn" onPress={onComplete}>
              <Icon name="check" />
              {listText.bulkComplete}
            </Button>
            {picks("due", "upcoming", listText.bulkReschedule, false)}
            {picks("list", "inbox", listText.bulkMove, false)}
            {picks("tags", "tag", listText.bulkTags, true)}
            {picks("priority", "flag", listText.bulkPriority, true)}
            <Button className="ib" aria-label={listText.bulkDelete} onPress={onDelete}>
              <Icon name="trash" />
            </Button>
          </>
        )}
        <Button className="ib" aria-label={listText.letGo} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </Toolbar>
    </div>
  );
}
