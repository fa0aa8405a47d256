/** The line at the bottom in which one adds; what was understood is tinted, and can be refused. */
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from "react";
import type { CivilDate } from "../dates/civil";
import { listColours } from "../design/colours";
import { Icon } from "../design/Icon";
import { Notice } from "../design/Notice";
import type { Applied } from "../ipc/bindings/Applied";
import type { Failure } from "../ipc/bindings/Failure";
import type { Overview } from "../ipc/bindings/Overview";
import { failureOf } from "../ipc/failure";
import { call, type Range } from "../ipc/host";
import { firstKeys } from "../keys/together";
import { text } from "../messages/en";
import { useUnsaved } from "../updates/unsaved";
import { refusedAt } from "./chips";
import { moveRefused, pieces } from "./refused";
import { SpanChip } from "./SpanChip";
import { useQuickAdd } from "./useQuickAdd";

export type AddBoxHandle = { focus: () => void };

type Props = {
  ref: Ref<AddBoxHandle>;
  /** The lists that there are, for their colours. */
  overview: Overview | null;
  /** The list that a task lands in; null for the Inbox. */
  list: string | null;
  /** The task right after which it stands, where the words name no list. */
  after?: string | undefined;
  /** The due of a task that names none; null for none. */
  due: CivilDate | null;
  today: CivilDate;
  onAdded: (applied: Applied) => void;
  /** Esc: back to where one came from. */
  onLeave: () => void;
};

export function AddBox({ ref, overview, list, after, due, today, onAdded, onLeave }: Props) {
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<Range[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [open, setOpen] = useState(false);
  const [slid, setSlid] = useState(0); // how far the field has scrolled its text, in pixels
  const input = useRef<HTMLInputElement>(null);
  const spans = useQuickAdd(typed, refused);
  useUnsaved("add", typed.trim() !== "");
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }), []);

  const colours = listColours(overview);
  const colourOf = (name: string) => {
    const folded = name.toLowerCase();
    const found = overview?.lists.find(({ list: each }) => each.name.toLowerCase() === folded);
    return found ? (colours.get(found.list.id) ?? null) : null;
  };

  const chips = spans.filter(({ kind }) => kind !== "literal").length;

  const refuse = ({ start, end }: Range) => {
    setRefused((now) => [...now, { start, end }]);
    input.current?.focus();
  };

  const add = async () => {
    if (busy || typed.trim() === "") return;
    setBusy(true);
    try {
      const applied = await call("add_task", { text: typed, refused, list, due, after });
      // What was typed while the answer was under way is the next task.
      setTyped((now) => (now === typed ? "" : now));
      setRefused([]);
      setFailure(null);
      onAdded(applied);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      void add();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      setFailure(null);
      onLeave();
    } else if (event.key === "Backspace" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const { selectionStart, selectionEnd } = event.currentTarget;
      if (selectionEnd === null || selectionStart !== selectionEnd) return;
      const behind = refusedAt(spans, selectionEnd);
      if (!behind) return;
      event.preventDefault();
      refuse(behind);
    }
  };

  return (
    <div className="add-band" role="group" aria-label={text.addTask}>
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
      <div className={["add", open && "open", chips > 2 && "many"].filter(Boolean).join(" ")}>
        <Icon name="plus" />
        <div className="typing">
          <div className="mirror" aria-hidden="true">
            <div style={{ transform: `translateX(${String(-slid)}px)` }}>
              {pieces(typed, spans).map((piece, place) =>
                piece.span ? (
                  <span key={place} className={piece.span.confidence === "likely" ? "tok likely" : "tok"}>
                    {piece.text}
                  </span>
                ) : (
                  piece.text
                ),
              )}
            </div>
          </div>
          <input
            ref={input}
            aria-label={text.addTask}
            placeholder={text.addTask}
            aria-invalid={failure !== null}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              const next = event.target.value;
              setRefused((now) => moveRefused(typed, next, now));
              setTyped(next);
              // It spoke of what stood there before.
              setFailure(null);
            }}
            onScroll={(event) => setSlid(event.currentTarget.scrollLeft)}
            onSelect={(event) => setSlid(event.currentTarget.scrollLeft)}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className="found">
          {spans.map((span) => {
            const words = typed.slice(span.start, span.end);
            return (
              <SpanChip
                key={`${String(span.start)} ${words}`}
                span={span}
                typed={words}
                today={today}
                colourOf={colourOf}
                onRefuse={() => refuse(span)}
              />
            );
          })}
        </div>
        {failure ? (
          <span className="late not-saved">{text.notAdded}</span>
        ) : (
          spans.length === 0 && <kbd>{open ? text.addHint : firstKeys("add")}</kbd>
        )}
      </div>
    </div>
  );
}
