/** How a task comes again: one of the usual rules, or in words. */
import { useEffect, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { Icon } from "../../design/Icon";
import { call } from "../../ipc/host";
import { pickerText } from "../../messages/pickers";
import { type CivilDate, readDue } from "../civil";
import { dayLabel } from "../labels";
import { describeRecurrence } from "../recurrence";
import { usualRules } from "../rules";
import type { DueChoice } from "./choice";
import { readWords } from "./readWords";
import { WordsField } from "./WordsField";

/** What an edit is given for no repetition at all; also the key of that choice. */
const NONE = "none";
/** Dates told of the rule that a task has. */
const TOLD = 3;

type Props = {
  /** The rule that there is; null for none. */
  value: string | null;
  due: string | null;
  today: CivilDate;
  /** The task whose next dates are told; null for several, or one that is yet to be saved. */
  task: string | null;
  onChange: (choice: DueChoice) => void;
  onClose: () => void;
};

export function RepeatPicker({ value, due, today, task, onChange, onClose }: Props) {
  const dates = useNextDates(value === null ? null : task, today);
  const day = (due === null ? null : readDue(due)?.date) ?? today;
  const usual = usualRules(day);
  const rules = value === null || usual.includes(value) ? usual : [value, ...usual];
  const choose = (choice: DueChoice) => {
    onChange(choice);
    onClose();
  };
  return (
    <div className="repeat-picker">
      <WordsField
        icon="repeat"
        label={pickerText.repeatInWords}
        read={readWords}
        otherwise={() => pickerText.noRule}
        hint={dates}
        tell={({ recurrence }) =>
          recurrence === null ? null : (describeRecurrence(recurrence) ?? pickerText.repeat)
        }
        onTake={({ recurrence, due: first }) => {
          if (recurrence === null) return;
          // A task with a date of its own begins there.
          choose(due === null && first !== null ? { recurrence, due: first } : { recurrence });
        }}
      />
      <ListBox
        aria-label={pickerText.repeat}
        selectionMode="single"
        escapeKeyBehavior="none"
        selectedKeys={[value ?? NONE]}
        onSelectionChange={(keys) => {
          // The one that was chosen already is let go, and stays.
          const [key] = keys === "all" ? [] : keys;
          if (key === undefined) onClose();
          else choose({ recurrence: key === NONE ? null : String(key) });
        }}
      >
        {rules.map((rule) => {
          const words = capital(describeRecurrence(rule) ?? pickerText.repeat);
          return (
            <ListBoxItem key={rule} id={rule} textValue={words}>
              <Icon name="repeat" />
              <span className="name">{words}</span>
            </ListBoxItem>
          );
        })}
        <ListBoxItem id={NONE} textValue={pickerText.noRepeat}>
          <Icon name="close" />
          <span className="name">{pickerText.noRepeat}</span>
        </ListBoxItem>
      </ListBox>
    </div>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** When a task comes next, in words: "Next on 19 Dec, then 16 Jan". */
function useNextDates(task: string | null, today: CivilDate): string {
  const [dates, setDates] = useState<{ task: string; words: string } | null>(null);
  useEffect(() => {
    if (task === null) return;
    let stale = false;
    call("next_dues", { id: task, limit: TOLD })
      .then((dues) => {
        if (stale) return;
        const days = dues.map((each) => dayLabel(readDue(each)?.date ?? each, today));
        const [first, ...more] = days;
        if (first !== undefined) {
          const listed = more.reduce((words, next) => pickerText.then(words, next), first);
          setDates({ task, words: pickerText.next(listed) });
        }
      })
      // Without the dates one can choose all the same.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [task, today]);
  return dates?.task === task ? dates.words : "";
}
