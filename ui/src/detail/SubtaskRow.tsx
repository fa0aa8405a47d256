/** One subtask: its ring, its title, which is edited in its place, and the way into it. */
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../design/Icon";
import { TaskRing } from "../design/Ring";
import type { Task } from "../ipc/bindings/Task";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { useHere } from "./here";

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
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const done = task.completed_at !== null;
  const title = task.title === "" ? text.untitled : task.title;
  const editing = typed !== null;

  useLayoutEffect(() => {
    if (editing) {
      input.current?.focus();
      input.current?.select();
    } else if (back.current) button.current?.focus();
    back.current = false;
  }, [editing]);

  const complete = async () => {
    const applied = await actions.complete(task, !done);
    if (applied) put(applied.tasks);
  };
  const save = async (keyboard: boolean) => {
    const words = typed?.trim() ?? "";
    if (words !== "" && words !== task.title) {
      const applied = await change(() => call("edit_tasks", { ids: [task.id], patch: { title: words } }));
      if (!applied) return; // why is said; the words stay
    }
    back.current = keyboard;
    setTyped(null);
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
          F2: () => setTyped(task.title),
          e: () => setTyped(task.title),
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
          ref={input}
          className="word-input"
          dir="auto"
          aria-label={detailText.editSubtask(title)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") {
              event.preventDefault();
              void save(true);
            } else if (event.key === "Escape") {
              event.preventDefault();
              event.stopPropagation();
              back.current = true;
              setTyped(null);
            }
          }}
          onBlur={() => void save(false)}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className={done ? "sub-title done" : "sub-title"}
          dir="auto"
          aria-label={detailText.editSubtask(title)}
          aria-describedby="subtask-keys"
          onClick={() => setTyped(task.title)}
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
