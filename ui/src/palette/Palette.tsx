/** The command palette: tasks, places and commands in one list. What is chosen runs where the keyboard was before. */
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Overview } from "../ipc/bindings/Overview";
import { useCommands, useCommandTable } from "../keys/registry";
import type { Place } from "../tasks/places";
import type { Act, Entry } from "./entries";
import { commandEntries, listEntries, otherPlaces } from "./entries";
import { file } from "../load/file";
import { part } from "../load/part";
import { noteRecent } from "./recent";

const PaletteBox = part(
  file(() => import("./PaletteBox")),
  (palette) => palette.PaletteBox,
  { opens: true },
);

type Props = {
  overview: Overview | null;
  onGo: (place: Place) => void;
  /** Shows a task where it is. */
  onTask: (id: string) => void;
  /** Opens the chat with these words in its field; null where there is no chat. */
  onAsk: ((words: string) => void) | null;
  /** Takes the keyboard when nobody had it, or who had it is gone. */
  onLost: () => void;
};

export function Palette({ overview, onGo, onTask, onAsk, onLost }: Props) {
  const commands = useCommands();
  // What can be run is seen when it opens: from then on the keyboard is in here.
  const [open, setOpen] = useState<{ lists: boolean; commands: readonly Entry[] } | null>(null);
  const backTo = useRef<HTMLElement | null>(null);

  const show = (lists: boolean) => {
    if (open === null) {
      const { activeElement } = document;
      backTo.current = activeElement instanceof HTMLElement ? activeElement : null;
    }
    setOpen({ lists, commands: lists ? [] : commandEntries(commands.can) });
  };
  const close = () => {
    // The rest of the window can be reached again before the keyboard goes there.
    flushSync(() => setOpen(null));
    const to = backTo.current;
    backTo.current = null;
    if (to?.isConnected === true && to !== document.body) to.focus();
    else onLost();
  };
  const run = (act: Act) => {
    switch (act.kind) {
      case "command":
        commands.run(act.id);
        break;
      case "place":
        onGo(act.place);
        break;
      case "task":
        onTask(act.task.id);
        break;
      case "ask":
        onAsk?.(act.words);
    }
  };
  useCommandTable({ palette: () => show(false), go_list: () => show(true) });

  if (open === null) return null;
  const places = open.lists ? listEntries(overview) : [...listEntries(overview), ...otherPlaces(overview)];
  return (
    <PaletteBox
      key={open.lists ? "lists" : "all"}
      entries={[...open.commands, ...places]}
      lists={open.lists}
      overview={overview}
      mayAsk={!open.lists && onAsk !== null}
      onClose={close}
      onChoose={(entry) => {
        if (entry.act.kind !== "ask") noteRecent(entry.key);
        close();
        run(entry.act);
      }}
    />
  );
}
