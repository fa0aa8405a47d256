/** A line for a new task right below another, with the grammar of the add box. */
import { useEffect, useRef } from "react";
import { AddBox, type AddBoxHandle } from "../add/AddBox";
import type { CivilDate } from "../dates/civil";
import type { Applied } from "../ipc/bindings/Applied";
import type { Overview } from "../ipc/bindings/Overview";
import type { Task } from "../ipc/bindings/Task";
import { text } from "../messages/en";
import { dayOfPlace, type GroupKey } from "./groups";
import type { TaskPlace } from "./places";
import type { TaskSource } from "./source";
import type { Actions } from "./useActions";

type Props = {
  start: number;
  measure: (element: HTMLElement | null) => (() => void) | undefined;
  /** The task that it stands below, and what is known of it. */
  after: string;
  sibling: Task | undefined;
  place: TaskPlace;
  group: GroupKey;
  overview: Overview | null;
  today: CivilDate;
  actions: Actions;
  source: TaskSource;
  onAdded: (id: string) => void;
  onClose: () => void;
};

export function AddBelow(props: Props) {
  const { start, measure, after, sibling, place, group, overview, today, actions, source, onAdded, onClose } =
    props;
  const box = useRef<AddBoxHandle>(null);
  useEffect(() => box.current?.focus(), []);
  const ordered = place.kind === "inbox" || place.kind === "list";

  const added = ({ group, tasks }: Applied) => {
    const task = tasks[0];
    if (!task) return;
    source.refresh();
    actions.say(text.added(task.title), group);
    if (ordered && task.list === (sibling?.list ?? null)) onAdded(task.id);
  };
  return (
    <div
      ref={measure}
      role="row"
      className="line add-below"
      style={{ transform: `translateY(${String(start)}px)` }}
      data-indent={sibling?.parent != null && ordered ? 1 : undefined}
      onBlur={(event) => {
        const to = event.relatedTarget;
        const empty = event.currentTarget.querySelector("input")?.value.trim() === "";
        if (to && !event.currentTarget.contains(to) && empty) onClose();
      }}
    >
      <div role="gridcell">
        <AddBox
          ref={box}
          overview={overview}
          list={place.kind === "list" ? place.id : null}
          after={ordered ? after : undefined}
          due={dayOfPlace(group, place.kind, today)}
          today={today}
          onAdded={added}
          onLeave={onClose}
        />
      </div>
    </div>
  );
}
