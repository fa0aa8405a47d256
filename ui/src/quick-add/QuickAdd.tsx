/** The quick-add window: one line, what was understood of it, what the keys do. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { refusedAt } from "../add/chips";
import { SpanChip } from "../add/SpanChip";
import { useQuickAdd } from "../add/useQuickAdd";
import { useToday } from "../dates/useToday";
import { Icon } from "../design/Icon";
import { Notice } from "../design/Notice";
import { TaskRing } from "../design/Ring";
import type { Failure } from "../ipc/bindings/Failure";
import type { Span } from "../ipc/bindings/Span";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { text as common } from "../messages/en";
import { quickAddText as text } from "../messages/quickAdd";
import { file } from "../load/file";
import { part } from "../load/part";
import { dayIn, withDay } from "./dating";
import { Hints, type HintsOf } from "./Hints";
import { Line } from "./Line";
import { choices, NameList, optionId } from "./NameList";
import { namingAt, withName } from "./naming";
import { useLine } from "./useLine";
import { useListColours } from "./useListColours";
import { useNames } from "./useNames";
import { useFit, useMessages } from "./useWindow";

const DayField = part(
  file(() => import("./DayField")),
  (day) => day.DayField,
  { opens: true },
);

/**
 * For so many milliseconds after a link was followed, Enter adds nothing: the window came by itself, and somebody who
 * was typing elsewhere has not seen it yet.
 */
const UNSEEN = 700;

export function QuickAdd() {
  const line = useLine();
  const { typed, refused, fromLink } = line;
  const [caret, setCaret] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [chosen, setChosen] = useState(0);
  const [touched, setTouched] = useState(false);
  const [onChip, setOnChip] = useState<Span | null>(null);
  const [picking, setPicking] = useState(false); // a day
  const field = useRef<HTMLTextAreaElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const opened = useRef(0);
  const nextCaret = useRef<{ at: number; into: string } | null>(null);
  const spans = useQuickAdd(typed, refused);
  const today = useToday();
  const colourOf = useListColours(spans);
  const naming = namingAt(typed, caret, refused);
  const names = useNames(naming);
  const all = naming ? choices(names) : [];
  const taking = Math.min(chosen, all.length - 1);
  /** The draft of before, as it was left. */
  const untouched = !touched && !fromLink && typed !== "";
  useFit(sheet);

  const toField = () => field.current?.focus();
  /** Puts the caret there; into a text that is yet to be shown, as soon as it is. */
  const putCaret = (at: number, into: string) => {
    nextCaret.current = { at, into };
    if (field.current?.value === into) field.current.setSelectionRange(at, at);
    setCaret(at);
  };
  useLayoutEffect(() => {
    const next = nextCaret.current;
    nextCaret.current = null;
    if (next?.into === typed) field.current?.setSelectionRange(next.at, next.at);
  }, [typed]);

  useMessages({
    onOpen: (link, at) => {
      opened.current = at;
      setFailure(null);
      setSaid("");
      setTouched(false);
      setPicking(false);
      if (link !== null) line.follow(link);
      const shown = link ?? typed;
      putCaret(shown.length, shown);
      toField();
    },
    onFailed: setFailure,
    onDraft: (draft) => {
      line.restore(draft);
      if (typed === "") putCaret(draft.length, draft);
    },
  });

  // Whoever goes elsewhere finds the draft again.
  useEffect(() => {
    const away = () => void line.keep();
    window.addEventListener("blur", away);
    return () => window.removeEventListener("blur", away);
  }, [line]);

  const close = async () => {
    if (fromLink) line.finish(typed);
    setFailure(null);
    setSaid("");
    void line.keep();
    await call("quick_add_close").catch(() => undefined);
  };

  const add = async (more: boolean) => {
    if (busy || typed.trim() === "") return;
    setPicking(false);
    setBusy(true);
    try {
      await call("add_task", { text: typed, refused, list: null, due: null });
      line.finish(typed);
      setFailure(null);
      setTouched(false);
      if (more) setSaid(text.added(typed));
      else await call("quick_add_close").catch(() => undefined);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  const type = (next: string) => {
    line.type(next);
    setTouched(true);
    setPicking(false);
    setChosen(0);
    setSaid("");
    // It spoke of what stood there before.
    setFailure(null);
  };

  const take = (name: string) => {
    if (!naming) return;
    const taken = withName(typed, naming, name);
    type(taken.line);
    putCaret(taken.caret, taken.line);
    toField();
  };

  const takeDay = (day: string) => {
    const taken = withDay(typed, spans, day);
    setPicking(false);
    type(taken.line);
    putCaret(taken.caret, taken.line);
    toField();
  };

  const refuse = (span: { start: number; end: number }) => {
    line.refuse(span);
    setOnChip(null);
    toField();
  };

  const onNameKey = (key: string): boolean => {
    if (!naming || all.length === 0) return false;
    switch (key) {
      case "ArrowDown":
        setChosen((taking + 1) % all.length);
        return true;
      case "ArrowUp":
        setChosen((taking + all.length - 1) % all.length);
        return true;
      case "Enter":
      case "Tab": {
        const name = all[taking];
        // The whole name is there: Enter saves.
        if (name === undefined || (key === "Enter" && same(name, naming.letters))) return false;
        take(name);
        return true;
      }
      case "Escape":
        line.refuse(naming.range);
        return true;
      default:
        return false;
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // An input method uses these keys itself. WebKit says so of its last Enter by the old number alone.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const { key } = event;
    const inField = event.target === field.current;
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (inField && bare && !event.shiftKey && !picking && onNameKey(key)) {
      done();
      return;
    }
    if (key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      done();
      setPicking(!picking);
      if (picking) toField();
    } else if (key === "Escape" && picking) {
      done();
      setPicking(false);
      toField();
    } else if (key === "Escape") {
      done();
      void close();
    } else if (key === "Enter" && inField && bare) {
      done();
      const seen = !fromLink || event.timeStamp - opened.current > UNSEEN;
      if (seen && !event.repeat) void add(event.shiftKey);
    } else if (key === "Backspace" && inField && (event.ctrlKey || event.metaKey) && untouched) {
      done();
      type("");
    } else if (key === "Backspace" && inField && bare) {
      const { selectionStart, selectionEnd } = event.target as HTMLTextAreaElement;
      const behind = selectionStart === selectionEnd ? refusedAt(spans, selectionEnd) : undefined;
      if (!behind) return;
      done();
      refuse(behind);
    } else if ((key === "Delete" || key === "Backspace") && onChip && bare) {
      done();
      refuse(onChip);
    }
  };

  const priority = spans.find((span) => span.kind === "priority");
  const parts = spans.filter(({ kind }) => kind !== "literal");
  const list = parts.some(({ kind }) => kind === "list");
  const hints: HintsOf = picking
    ? { kind: "day" }
    : naming && all.length > 0
      ? { kind: "names", words: typed.slice(naming.range.start, naming.range.end) }
      : { kind: fromLink ? "link" : untouched ? "draft" : parts.length > 0 ? "parts" : "typing" };

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the field and the parts in it
    <main ref={sheet} className="qa" aria-label={text.title} onKeyDown={onKeyDown}>
      <h1 className="vh">{text.title}</h1>
      {fromLink && <p className="from">{text.fromLink}</p>}
      <div className="line">
        <TaskRing priority={priority?.kind === "priority" ? priority.priority : "p4"} />
        <Line
          ref={field}
          value={typed}
          spans={spans}
          aria-label={text.label}
          aria-autocomplete="list"
          aria-controls={all.length > 0 ? "names" : undefined}
          aria-activedescendant={all.length > 0 ? optionId("names", taking) : undefined}
          aria-invalid={failure !== null}
          placeholder={text.placeholder}
          onChange={(event) => {
            // One line: a task has one title.
            type(event.target.value.replace(/\s*[\r\n]+\s*/gu, " "));
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
        />
      </div>
      {picking ? (
        <DayField
          meanwhile={<div className="day-field" />}
          value={dayIn(spans)}
          today={today}
          onTake={takeDay}
        />
      ) : naming && all.length > 0 ? (
        <NameList
          id="names"
          naming={naming}
          names={names}
          chosen={taking}
          onChoose={setChosen}
          onTake={take}
        />
      ) : (
        typed.trim() !== "" && (
          <div className="got" role="group" aria-label={text.parts}>
            {parts.map((span) => (
              <SpanChip
                key={`${String(span.start)} ${typed.slice(span.start, span.end)}`}
                span={span}
                typed={typed.slice(span.start, span.end)}
                today={today}
                colourOf={colourOf}
                onRefuse={() => refuse(span)}
                onFocus={(focused) => setOnChip(focused ? span : null)}
              />
            ))}
            {!list && (
              <span className="chip">
                <Icon name="inbox" />
                {text.inbox}
              </span>
            )}
            {onChip && <p className="tip">{text.deleteKeeps(typed.slice(onChip.start, onChip.end))}</p>}
          </div>
        )
      )}
      {failure && (
        <Notice
          kind="bad"
          actions={
            <button type="button" className="btn" onClick={() => void add(false)}>
              {common.tryAgain}
            </button>
          }
        >
          {failure.message} {text.failed}
        </Notice>
      )}
      <Hints of={hints} said={said} />
    </main>
  );
}

const same = (one: string, other: string) => one.toLowerCase() === other.trim().toLowerCase();
