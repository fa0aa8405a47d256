/** All of a task but its words, as chips that open popovers. */
import type { CivilDate } from "../dates/civil";
import { dayLabel, dueInWords } from "../dates/labels";
import { describeRecurrence } from "../dates/recurrence";
import { reminderLabel } from "../dates/reminders";
import { listColours } from "../design/colours";
import { Icon } from "../design/Icon";
import type { Overview } from "../ipc/bindings/Overview";
import { text } from "../messages/en";
import { pickerText } from "../messages/pickers";
import { changed, type Draft } from "./draft";
import { PickChip } from "./PickChip";
import {
  DayPicker,
  DuePicker,
  DurationPicker,
  ListPicker,
  PriorityPicker,
  ReminderPicker,
  RepeatPicker,
  TagPicker,
} from "./pickers/later";
import { priorityName } from "./pickers/names";

export type ChipKind = "due" | "list" | "tags" | "priority" | "repeat" | "remind" | "duration" | "deadline";

type Props = {
  task: string;
  draft: Draft;
  overview: Overview | null;
  today: CivilDate;
  /** The chip whose popover is open. */
  open: ChipKind | null;
  onOpen: (kind: ChipKind | null) => void;
  onChange: (part: Partial<Draft>) => void;
  /** The chip that had the keyboard is gone. */
  onGone: () => void;
};

export function EditorChips({ task, draft, overview, today, open, onOpen, onChange, onGone }: Props) {
  const chip = (kind: ChipKind) => ({
    open: open === kind,
    onOpen: (opens: boolean) => onOpen(opens ? kind : null),
  });
  const close = () => onOpen(null);
  const list = overview?.lists.find((each) => each.list.id === draft.list)?.list;
  const someday = draft.due === null && draft.start === "someday";
  const due = draft.due === null ? (someday ? pickerText.someday : null) : dueInWords(draft.due, today);
  const [reminder, ...more] = draft.reminders;
  return (
    <>
      <PickChip {...chip("due")} label={text.dueField} icon={<Icon name="upcoming" />} words={due}>
        <DuePicker
          values={[draft]}
          today={today}
          onChange={({ following, ...choice }) => onChange({ ...choice, following: following ?? false })}
          onClose={close}
        />
      </PickChip>
      <PickChip
        {...chip("list")}
        label={text.listField}
        icon={<span className="dot" data-colour={list ? listColours(overview).get(list.id) : "grey"} />}
        words={list?.name ?? draft.list ?? text.inbox}
      >
        <ListPicker
          value={draft.list}
          overview={overview}
          onChange={(choice) => onChange({ list: choice.list })}
          onClose={close}
        />
      </PickChip>
      {draft.tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="chip set"
          aria-label={text.removeTag(tag)}
          title={text.removeTag(tag)}
          onClick={() => {
            onChange({ tags: changed(draft.tags, [], [tag]) });
            onGone();
          }}
        >
          <bdi>{text.tag(tag)}</bdi>
          <span className="x">
            <Icon name="close" />
          </span>
        </button>
      ))}
      <PickChip {...chip("tags")} label={text.addTag} icon={<Icon name="tag" />} words={null}>
        <TagPicker
          value={draft.tags}
          overview={overview}
          onChange={({ add_tags, remove_tags }) =>
            onChange({ tags: changed(draft.tags, add_tags, remove_tags) })
          }
        />
      </PickChip>
      <PickChip
        {...chip("priority")}
        label={text.priorityField}
        icon={<Icon name="flag" />}
        words={draft.priority === "p4" ? null : priorityName(draft.priority)}
      >
        <PriorityPicker
          value={draft.priority}
          onChange={(priority) => onChange({ priority })}
          onClose={close}
        />
      </PickChip>
      <PickChip
        {...chip("repeat")}
        label={pickerText.repeat}
        icon={<Icon name="repeat" />}
        words={draft.recurrence === null ? null : text.repeats(describeRecurrence(draft.recurrence))}
      >
        <RepeatPicker
          value={draft.recurrence}
          due={draft.due}
          today={today}
          task={task}
          onChange={onChange}
          onClose={close}
        />
      </PickChip>
      <PickChip
        {...chip("remind")}
        label={pickerText.remind}
        icon={<Icon name="bell" />}
        words={
          reminder === undefined
            ? null
            : reminderLabel(reminder, today) + (more.length > 0 ? ` +${more.length}` : "")
        }
      >
        <ReminderPicker
          value={draft.reminders}
          hasDue={draft.due !== null}
          today={today}
          onChange={({ add_reminders, remove_reminders }) =>
            onChange({ reminders: changed(draft.reminders, add_reminders, remove_reminders) })
          }
          onClose={close}
        />
      </PickChip>
      <PickChip
        {...chip("duration")}
        label={pickerText.duration}
        icon={<Icon name="timer" />}
        words={draft.duration === null ? null : text.lasting(draft.duration)}
      >
        <DurationPicker
          value={draft.duration}
          onChange={(duration) => onChange({ duration })}
          onClose={close}
        />
      </PickChip>
      <PickChip
        {...chip("deadline")}
        label={pickerText.chooseDeadline}
        icon={<Icon name="deadline" />}
        words={draft.deadline === null ? null : dayLabel(draft.deadline, today)}
      >
        <DayPicker
          value={draft.deadline}
          today={today}
          onChange={(deadline) => onChange({ deadline })}
          onClose={close}
        />
      </PickChip>
    </>
  );
}
