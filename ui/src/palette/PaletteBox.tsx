/** The box of the palette: a field, and below it what fits. The keyboard stays in the field. */
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../design/Icon";
import { useAlone } from "../design/useAlone";
import type { Overview } from "../ipc/bindings/Overview";
import { paletteText } from "../messages/palette";
import { askEntry, type Entry, taskEntry } from "./entries";
import { Option } from "./Option";
import { rank } from "./rank";
import { recentKeys } from "./recent";
import { useFoundTasks, useTasks } from "./useTasks";

type Props = {
  entries: readonly Entry[];
  /** Only the lists are shown. */
  lists: boolean;
  overview: Overview | null;
  mayAsk: boolean;
  onClose: () => void;
  onChoose: (entry: Entry) => void;
};

/** How far Page Up and Page Down go. */
const PAGE = 8;
/** Recent entries shown. */
const RECENT = 5;
const TASK = "task:";

export function PaletteBox({ entries, lists, overview, mayAsk, onClose, onChoose }: Props) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null); // by key; otherwise it is the first
  const [recent] = useState(() => (lists ? [] : recentKeys()));
  const scrim = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useAlone(scrim);
  useLayoutEffect(() => field.current?.focus(), []);

  const words = typed.trim();
  const found = useFoundTasks(lists ? "" : words);
  const used = useTasks(recent.filter((key) => key.startsWith(TASK)).map((key) => key.slice(TASK.length)));
  const parts = useMemo(() => {
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));
    const latest = recent.flatMap((key) => {
      const task = key.startsWith(TASK) ? used.get(key.slice(TASK.length)) : undefined;
      return (task ? taskEntry(task, overview) : byKey.get(key)) ?? [];
    });
    const tasks = found.map((task) => taskEntry(task, overview));
    return rank(words, entries, tasks, words === "" ? latest.slice(0, RECENT) : latest, mayAsk);
  }, [entries, recent, used, found, words, overview, mayAsk]);
  const all = parts.flatMap(({ shown }) => shown);
  const at = Math.max(
    0,
    all.findIndex(({ entry }) => entry.key === chosen),
  );
  const optionId = (place: number) => `${id}option${place}`;

  const move = (to: number) => setChosen(all[to]?.entry.key ?? null);
  // What is chosen is in sight.
  const current = all[at]?.entry.key;
  useLayoutEffect(() => {
    const list = box.current;
    const option = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!list || !option) return;
    const [seen, one] = [list.getBoundingClientRect(), option.getBoundingClientRect()];
    if (at === 0) list.scrollTop = 0;
    else if (one.top < seen.top) list.scrollTop -= seen.top - one.top;
    else if (one.bottom > seen.bottom) list.scrollTop += one.bottom - seen.bottom;
  }, [current, at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const ends = Math.max(0, all.length - 1);
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(at >= ends ? 0 : at + 1),
      ArrowUp: () => move(at === 0 ? ends : at - 1),
      PageDown: () => move(Math.min(ends, at + PAGE)),
      PageUp: () => move(Math.max(0, at - PAGE)),
      Home: () => move(0),
      End: () => move(ends),
      Enter: () => {
        const entry = mod && mayAsk ? (words === "" ? undefined : askEntry(words)) : all[at]?.entry;
        if (entry) onChoose(entry);
      },
      Escape: onClose,
      // The field is all that takes the keyboard.
      Tab: () => undefined,
    };
    const closes = mod && event.key.toLowerCase() === "k";
    const act = closes ? onClose : event.shiftKey && event.key !== "Tab" ? undefined : acts[event.key];
    // Nothing below hears a key of the palette.
    event.stopPropagation();
    if (!act) return;
    event.preventDefault();
    act();
  };

  let place = -1;
  return createPortal(
    // A click beside it closes it; the keyboard's way is Esc.
    <div
      ref={scrim}
      className="scrim palette-scrim"
      onPointerDown={(event) => {
        // The field keeps the keyboard, whatever is pressed.
        if (event.target !== field.current) event.preventDefault();
        if (event.target === scrim.current) onClose();
      }}
    >
      <div role="dialog" aria-modal="true" aria-label={paletteText.name} className="pop palette">
        <div className="palette-field">
          <Icon name="search" />
          <input
            ref={field}
            role="combobox"
            aria-label={paletteText.name}
            aria-expanded={all.length > 0}
            aria-controls={`${id}list`}
            aria-autocomplete="list"
            aria-activedescendant={all.length > 0 ? optionId(at) : undefined}
            placeholder={lists ? paletteText.listPlaceholder : paletteText.placeholder}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(null);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          ref={box}
          id={`${id}list`}
          role="listbox"
          aria-label={paletteText.results}
          className="palette-list"
        >
          {parts.map(({ section, shown }) => (
            <div
              key={section}
              role="group"
              aria-label={section === "ask" ? paletteText.askHint : paletteText[section]}
            >
              {section !== "ask" && <h3 aria-hidden="true">{paletteText[section]}</h3>}
              {shown.map(({ entry, marks }) => {
                place += 1;
                const here = place;
                return (
                  <Option
                    key={entry.key}
                    id={optionId(here)}
                    entry={entry}
                    marks={marks}
                    chosen={here === at}
                    onPoint={() => setChosen(entry.key)}
                    onChoose={() => onChoose(entry)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {all.length === 0 && (
          <p className="palette-none">
            {lists && words === ""
              ? paletteText.noLists
              : `${paletteText.nothing}. ${paletteText.nothingHint}`}
          </p>
        )}
        <span className="vh" role="status">
          {words === "" ? "" : paletteText.found(all.length)}
        </span>
      </div>
    </div>,
    document.body,
  );
}
