import { Button, ListBox, ListBoxItem, Popover, Select } from "react-aria-components";
import { Icon } from "../design/Icon";
import { TaskRing } from "../design/Ring";
import type { Priority } from "../ipc/bindings/Priority";
import { text } from "../messages/en";

const PRIORITIES: readonly Priority[] = ["p1", "p2", "p3", "p4"];

const nameOf = (priority: Priority) => (priority === "p4" ? text.noPriority : text.priority(priority));

type Props = {
  value: Priority;
  onChange: (priority: Priority) => void;
  onFloat: (open: boolean) => void;
};

/** The priority of a task; in its chip the letters, as in the row. */
export function PriorityField({ value, onChange, onFloat }: Props) {
  return (
    <Select
      aria-label={text.priorityField}
      value={value}
      onChange={(key) => {
        const chosen = PRIORITIES.find((priority) => priority === key);
        if (chosen) onChange(chosen);
      }}
      onOpenChange={onFloat}
    >
      <Button
        className={value === "p4" ? "chip" : "chip set"}
        aria-label={`${text.priorityField}: ${nameOf(value)}`}
      >
        <Icon name="flag" />
        {value !== "p4" && <span className={`pri ${value}`}>{text.priorityLetters(value)}</span>}
      </Button>
      <Popover className="pop" offset={6}>
        <ListBox aria-label={text.priorityField}>
          {PRIORITIES.map((priority) => (
            <ListBoxItem key={priority} id={priority} textValue={nameOf(priority)}>
              <TaskRing priority={priority} />
              {nameOf(priority)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
