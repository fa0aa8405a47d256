/** The task's fields: those that say something, each on its line, then what else can be said of it. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { readDue } from "../dates/civil";
import { dueInWords, plainDay } from "../dates/labels";
import { Icon } from "../design/Icon";
import type { Due } from "../ipc/bindings/Due";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { reader } from "./fields";
import { useHere } from "./here";
import { InlineField } from "./InlineField";
import { PickField } from "./PickField";
import { fieldIcons, type Picked, picked, pickerOf, valueOf } from "./pickers";
import { drafts } from "./saving";

const readStart = reader("start");

export function FieldLines({ next }: { next: readonly Due[] }) {
  const here = useHere();
  const { task, today, change } = here;
  const [starting, setStarting] = useState(false); // a start that says nothing yet is typed
  const lines = useRef<HTMLDivElement>(null);
  const changed = useRef<Picked | null>(null);
  // A field that says something now, or nothing any more, has moved: the keyboard moves with it.
  useLayoutEffect(() => {
    const field = changed.current;
    if (field === null || document.activeElement !== document.body) return;
    changed.current = null;
    lines.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  });

  const edit = (field: Picked, patch: TaskPatch) => {
    changed.current = field;
    void change(() => call("edit_tasks", { ids: [task.id], patch }));
  };
  const late = (day: string | undefined) =>
    day !== undefined && day < today && task.completed_at === null && task.deleted_at === null;
  const isLate = {
    due: late(task.due === null ? undefined : readDue(task.due)?.date),
    deadline: late(task.deadline ?? undefined),
  };
  const pick = (field: Picked) => {
    const value = valueOf(field, here);
    const overdue = (field === "due" || field === "deadline") && isLate[field];
    return (
      <PickField
        key={field}
        field={field}
        name={detailText[field]}
        value={value?.short ?? null}
        hint={value?.full}
        className={value === null ? "chip" : "value"}
        picker={(close) => pickerOf(field, here, (patch) => edit(field, patch), close)}
      >
        {value === null ? (
          <>
            <Icon name={fieldIcons[field]} />
            {detailText[field]}
          </>
        ) : (
          <span className={overdue ? "late" : field === "duration" ? "sep" : undefined}>
            {overdue && <span className="vh">{text.overdue} </span>}
            {field === "tags" ? <bdi className="quiet">{value.short}</bdi> : value.short}
          </span>
        )}
      </PickField>
    );
  };
  const line = (field: Picked | "start", content: ReactNode) => (
    <div className="prop" key={field}>
      <div className="k">
        <Icon name={fieldIcons[field]} />
      </div>
      <div className="v">{content}</div>
    </div>
  );

  const [first, second] = next.map((due) => plainDay(readDue(due)?.date ?? due, today));
  const says = (field: Picked) => valueOf(field, here) !== null;
  const start = task.start !== null || starting || drafts.get(task.id, "start") !== null;
  // How long it takes stands beside when it is due.
  const shown = picked.filter((field) => says(field) && !(field === "duration" && says("due")));
  return (
    <div className="props" role="group" aria-label={detailText.fields} ref={lines}>
      {shown.map((field) =>
        line(
          field,
          <>
            {pick(field)}
            {field === "due" && says("duration") && <> {pick("duration")}</>}
            {field === "recurrence" && first !== undefined && (
              <small>
                {second === undefined ? detailText.nextOn(first) : detailText.nextOnThen(first, second)}
              </small>
            )}
          </>,
        ),
      )}
      {start &&
        line(
          "start",
          <InlineField
            field="start"
            name={detailText.start}
            read={readStart}
            placeholder={detailText.startExample}
            hint={detailText.clearEmpties}
            value={startWords(task.start, today)}
            begin={starting}
            onDone={() => setStarting(false)}
          >
            {startWords(task.start, today)}
          </InlineField>,
        )}
      {task.deleted_at === null && (
        <div className="more-props" role="group" aria-label={detailText.addField}>
          {picked.filter((field) => !says(field)).map(pick)}
          {!start && (
            <button type="button" className="chip" onClick={() => setStarting(true)}>
              <Icon name={fieldIcons.start} />
              {detailText.start}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function startWords(start: string | null, today: string): string {
  if (start === null) return "";
  return start === "someday" ? detailText.startsSomeday : detailText.startsOn(dueInWords(start, today));
}
