/** When one is reminded: so long before a task is due, or at a time. Several may be chosen. */
import { ListBox, ListBoxItem } from "react-aria-components";
import { Icon } from "../../design/Icon";
import type { TaskPatch } from "../../ipc/bindings/TaskPatch";
import { call } from "../../ipc/host";
import { pickerText } from "../../messages/pickers";
import type { CivilDate } from "../civil";
import { isBefore, reminderLabel, usualReminders } from "../reminders";
import { WordsField } from "./WordsField";

/** The part of an edit that changes reminders. */
export type ReminderChoice = Pick<TaskPatch, "add_reminders" | "remove_reminders">;

type Props = {
  /** Those that there are; of several tasks, those that all have. */
  value: readonly string[];
  /** Whether there is a due date to be reminded before. */
  hasDue: boolean;
  today: CivilDate;
  onChange: (choice: ReminderChoice) => void;
  onClose: () => void;
};

const readReminder = (words: string) => call("read_reminder", { words });

export function ReminderPicker({ value, hasDue, today, onChange, onClose }: Props) {
  const own = value.filter((reminder) => !usualReminders.includes(reminder));
  const offered = hasDue ? [...own, ...usualReminders] : [...value];
  return (
    <div className="reminder-picker">
      <WordsField
        icon="bell"
        label={pickerText.remindInWords}
        read={readReminder}
        otherwise={(reminder) => (reminder === null ? pickerText.noReminder : pickerText.needsDue)}
        hint={hasDue ? null : pickerText.needsDue}
        tell={(reminder) => (hasDue || !isBefore(reminder) ? reminderLabel(reminder, today) : null)}
        onTake={(reminder) => {
          onChange({ add_reminders: [reminder] });
          onClose();
        }}
      />
      {offered.length > 0 && (
        <ListBox
          aria-label={pickerText.remind}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={value}
          onSelectionChange={(keys) => {
            const chosen = new Set(keys === "all" ? offered : [...keys].map(String));
            const add = offered.filter((each) => chosen.has(each) && !value.includes(each));
            const remove = value.filter((each) => !chosen.has(each));
            onChange({
              ...(add.length > 0 && { add_reminders: add }),
              ...(remove.length > 0 && { remove_reminders: remove }),
            });
          }}
        >
          {offered.map((reminder) => {
            const words = reminderLabel(reminder, today);
            return (
              <ListBoxItem key={reminder} id={reminder} textValue={words}>
                <Icon name="bell" />
                <span className="name">{words}</span>
                <span className="tick">
                  <Icon name="check" small />
                </span>
              </ListBoxItem>
            );
          })}
        </ListBox>
      )}
    </div>
  );
}
