/** The subtasks of the task: how far they are, each of them, and a field for more. */
import { useRef, useState } from "react";
import { Icon } from "../design/Icon";
import { Notice } from "../design/Notice";
import type { Beside } from "../ipc/bindings/Beside";
import type { Failure } from "../ipc/bindings/Failure";
import type { Task } from "../ipc/bindings/Task";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { useHere } from "./here";
import { SubtaskRow } from "./SubtaskRow";
import { useDraft } from "./useDraft";

/** "2/5", or nothing for a task without subtasks. */
export function progressOf(id: string, below: readonly Task[]): string {
  const own = below.filter(({ parent }) => parent === id);
  if (own.length === 0) return "";
  const done = own.filter(({ completed_at }) => completed_at !== null).length;
  return `${text.number(done)}/${text.number(own.length)}`;
}

const nothing = () => ({});

export function Subtasks({ below }: { below: readonly Task[] }) {
  const { task, actions, put, change } = useHere();
  const typed = useDraft("subtask", nothing);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [adding, setAdding] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const own = below.filter(({ parent }) => parent === task.id);
  const done = own.filter(({ completed_at }) => completed_at !== null).length;

  const focus = (id: string | undefined) => {
    const row = id === undefined ? null : list.current?.querySelector(`[data-subtask="${id}"] .sub-title`);
    if (row instanceof HTMLElement) row.focus();
    else list.current?.querySelector<HTMLElement>(".add-subtask input")?.focus();
  };
  const move = async (at: number, by: -1 | 1) => {
    const moved = own[at];
    const other = own[at + by];
    if (!moved || !other) return;
    const beside: Beside = { kind: by < 0 ? "before" : "after", id: other.id };
    const applied = await change(() => call("place_tasks", { ids: [moved.id], beside }));
    if (applied) setSaid(detailText.subtaskMoved(moved.title, at + by + 1, own.length));
  };
  const remove = async (at: number) => {
    const gone = own[at];
    if (!gone) return;
    focus((own[at + 1] ?? own[at - 1])?.id);
    const applied = await actions.remove(gone);
    if (applied) put(applied.tasks);
  };
  const add = async () => {
    const words = typed.words.trim();
    if (words === "" || adding) return;
    setAdding(true);
    try {
      const applied = await call("add_subtask", { parent: task.id, text: words });
      typed.drop();
      setFailure(null);
      setSaid(detailText.subtaskAdded(applied.tasks[0]?.title ?? words));
      put(applied.tasks);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setAdding(false);
  };

  return (
    <section className="sec" aria-labelledby="subtasks-head">
      <div className="sec-h">
        <h3 id="subtasks-head">{detailText.subtasks}</h3>
        {own.length > 0 && (
          <span className="end">
            <span className="vh">{detailText.doneOfFull(done, own.length)}</span>
            <span aria-hidden="true">{detailText.doneOf(done, own.length)}</span>
          </span>
        )}
      </div>
      <span id="subtask-keys" hidden>
        {detailText.subtaskKeys}
      </span>
      <span className="vh" role="status">
        {said}
      </span>
      <ul className="subs" ref={list}>
        {own.map((each, at) => (
          <SubtaskRow
            key={each.id}
            task={each}
            progress={progressOf(each.id, below)}
            onMove={(by) => void move(at, by)}
            onGo={(by) => {
              if (at + by >= 0) focus(own[at + by]?.id);
            }}
            onRemove={() => void remove(at)}
          />
        ))}
        <li className="add-subtask">
          <span className="lead">
            <Icon name="plus" small />
          </span>
          <input
            dir="auto"
            aria-label={detailText.addSubtask}
            placeholder={detailText.addSubtask}
            value={typed.words}
            onChange={(event) => typed.type(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Enter") {
                event.preventDefault();
                void add();
              } else if (event.key === "Escape" && typed.words !== "") {
                event.preventDefault();
                event.stopPropagation();
                typed.drop();
                setFailure(null);
              } else if (event.key === "ArrowUp") {
                event.preventDefault();
                if (own.length > 0) focus(own.at(-1)?.id);
              }
            }}
          />
        </li>
      </ul>
      {failure && (
        <Notice
          actions={
            <button type="button" className="btn" onClick={() => void add()}>
              {text.tryAgain}
            </button>
          }
        >
          {failure.message}
        </Notice>
      )}
    </section>
  );
}
