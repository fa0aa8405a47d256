/** When something is due: in words, by a quick choice, on a month, at a time. Choosing a day closes it. */
import { useRef, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { Icon } from "../../design/Icon";
import { pickerText } from "../../messages/pickers";
import { type CivilDate, readDue } from "../civil";
import { dueInFull, shortDay } from "../labels";
import { describeRecurrence } from "../recurrence";
import {
  atTime,
  type DueChoice,
  type DueValue,
  keepingTime,
  movedTo,
  onDay,
  quickChoices,
  setAside,
  undated,
} from "./choice";
import { Month } from "./Month";
import { Occurrences } from "./Occurrences";
import { readWords, type Understood } from "./readWords";
import { TimeOfDay } from "./TimeOfDay";
import { WordsField } from "./WordsField";

type Props = {
  /** What is due now: one task, or several. */
  values: readonly DueValue[];
  /** Several are changed, of which `values` may be but some: on another day each keeps its own time. */
  several?: boolean;
  today: CivilDate;
  /** The change, and the new due in words; null where there is none. */
  onChange: (choice: DueChoice, words: string | null) => void;
  onClose: () => void;
};

export function DuePicker({ values, several = false, today, onChange, onClose }: Props) {
  // Of several only what they have in common stands there.
  const first = values[0]?.due ?? null;
  const due = values.every((value) => value.due === first) ? first : null;
  const moment = due === null ? null : readDue(due);
  const known = moment?.time ?? null;
  const [chosen, setChosen] = useState<{ time: string | null } | null>(null);
  const time = chosen === null ? known : chosen.time;
  const [following, setFollowing] = useState(false);
  const repeats = values.some(({ recurrence }) => recurrence !== null);
  const timeChanged = chosen !== null && (several || chosen.time !== known);

  const choose = (choice: DueChoice, words: string | null) => {
    onChange(following && choice.due != null ? { ...choice, following } : choice, words);
    onClose();
  };
  /** What a due that was chosen changes, and its words. A day alone leaves the time of day as it is, unless one was chosen. */
  const moving = (to: string): [DueChoice, string] => {
    const dayAlone = readDue(to)?.time === null;
    if (dayAlone && several && !timeChanged) return [keepingTime(movedTo(to, values)), dueInFull(to, today)];
    const whole = !dayAlone ? to : timeChanged ? atTime(to, time) : onDay(due, to);
    return [movedTo(whole, values), dueInFull(whole, today)];
  };
  const take = (to: string) => choose(...moving(to));

  const tell = ({ due: read, recurrence }: Understood): string | null => {
    const when = read === null ? "" : moving(read)[1];
    if (recurrence === null) return when || null;
    const rule = describeRecurrence(recurrence) ?? pickerText.repeat;
    return when === "" ? rule : pickerText.from(rule, when);
  };
  const takeWords = ({ due: read, recurrence }: Understood) => {
    const [moved, words] = read === null ? [{}, null] : moving(read);
    if (recurrence === null) choose(moved, words);
    else {
      onChange({ ...moved, recurrence }, words);
      onClose();
    }
  };
  const quick = quickChoices(today);
  const whole = useRef<HTMLDivElement>(null);
  const toQuick = () => whole.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
  return (
    <div className="due-picker" ref={whole}>
      <WordsField
        icon="upcoming"
        label={pickerText.inWords}
        read={readWords}
        tell={tell}
        onTake={takeWords}
        onDown={toQuick}
      />
      <div className="halves">
        <ListBox
          className="quick"
          aria-label={pickerText.quick}
          selectionMode="none"
          onAction={(key) => {
            const choice = quick.find(({ id }) => id === key);
            if (choice?.day) take(choice.day);
            else if (choice?.someday) choose(setAside, null);
            else choose(undated(values), null);
          }}
        >
          {quick.map(({ id, name, icon, day }) => (
            <ListBoxItem key={id} id={id} textValue={name}>
              <Icon name={icon} />
              <span className="name">{name}</span>
              {day !== null && <span className="on">{shortDay(day)}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
        <Month value={moment?.date ?? null} today={today} onChange={take} />
      </div>
      <div className="below">
        <TimeOfDay value={time} onChange={(next) => setChosen({ time: next })} />
        {timeChanged && (
          <button type="button" className="btn soft" onClick={() => take(moment?.date ?? today)}>
            {pickerText.setTo(dueInFull(atTime(moment?.date ?? today, time), today))}
          </button>
        )}
      </div>
      {repeats && <Occurrences following={following} onChange={setFollowing} />}
    </div>
  );
}
