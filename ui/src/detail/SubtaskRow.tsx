/** One subtask: its ring, its title, which is edited in its place, and the way into it. */
import { type KeyboardEvent, useState } from "react";
import { Icon } from "../design/Icon";
import { TaskRing } from "../design/Ring";
import type { Task } from "../ipc/bindings/Task";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { useHere } from "./here";
import { useInPlace } from "./useInPlace";

type Props = {
  task: Task;
  /** Its own subtasks: "1/3"; empty for none. */
  progress: string;
  /** Moves it among its siblings, up or down. */
  onMove: (by: -1 | 1) => void;
  /** Moves the keyboard to another row. */
  onGo: (by: -1 | 1) => void;
  /** It goes; the keyboard goes to its neighbour. */
  onRemove: () => void;
};

export function SubtaskRow({ task, progress, onMove, onGo, onRemove }: Props) {
  const { actions, put, change, onOpen } = useHere();
  const [typed, setTyped] = useState("");
  const done = task.completed_at !== null;
  const title = task.title === "" ? text.untitled : task.title;
  const {
    editing,
    field,
    button,
    edit: begin,
    onKeyDown: onFieldKey,
    onBlur,
  } = useInPlace<HTMLInputElement>({
    save: async () => {
      const words = typed.trim();
      if (words === "" || words === task.title) return true;
      // Where it is refused, why is said; the words stay.
      const patch = { title: words };
      return Boolean(await change(() => call("edit_tasks", { ids: [task.id], patch })));
    },
    drop: () => setTyped(task.title),
  });
  const edit = () => {
    setTyped(task.title);
    begin();
  };

  const complete = async () => {
    const applied = await actions.complete(task, !done);
    if (applied) put(applied.tasks);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey || shiftKey) return;
    const acts: Record<string, (() => void) | undefined> = altKey
      ? { ArrowUp: () => onMove(-1), ArrowDown: () => onMove(1) }
      : {
          ArrowUp: () => onGo(-1),
          ArrowDown: () => onGo(1),
          " ": () => void complete(),
          F2: edit,
          e: edit,
          o: () => onOpen(task.id),
          Delete: onRemove,
        };
    const act = acts[key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <li data-subtask={task.id}>
      <button
        type="button"
        role="checkbox"
        aria-checked={done}
        aria-label={text.complete(title)}
        className="sub-ring"
        onClick={() => void complete()}
      >
        <TaskRing priority={task.priority} done={done} />
      </button>
      {editing ? (
        <input
          ref={field}
          className="word-input"
          dir="auto"
          aria-label={detailText.editSubtask(title)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onFieldKey}
          onBlur={onBlur}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className={done ? "sub-title done" : "sub-title"}
          dir="auto"
          aria-label={detailText.editSubtask(title)}
          aria-describedby="subtask-keys"
          onClick={edit}
          onKeyDown={onKeyDown}
        >
          {title}
          {progress !== "" && <span className="pg">{progress}</span>}
        </button>
      )}
      <button
        type="button"
        className="ib s sub-open"
        aria-label={detailText.openSubtask(title)}
        title={detailText.openSubtask(title)}
        onClick={() => onOpen(task.id)}
      >
        <Icon name="right" small />
      </button>
    </li>
  );
}
