/** What the palette offers: commands that can run now, and places. */
import { listColours } from "../design/colours";
import type { IconName } from "../design/Icon";
import type { Colour } from "../ipc/bindings/Colour";
import type { Overview } from "../ipc/bindings/Overview";
import type { Task } from "../ipc/bindings/Task";
import { type CommandId, commandIds, commands } from "../keys/commands";
import { shownKeys } from "../keys/shown";
import { commandText } from "../messages/commands";
import { text } from "../messages/en";
import { paletteText } from "../messages/palette";
import type { Place } from "../tasks/places";
import { iconOf } from "./icons";

/** What stands before the title. */
export type Lead =
  | { kind: "icon"; icon: IconName; colour?: Colour | null }
  | { kind: "dot"; colour: Colour }
  | { kind: "task"; task: Task };

export type Act =
  | { kind: "command"; id: CommandId }
  | { kind: "place"; place: Place }
  | { kind: "task"; task: Task }
  | { kind: "ask"; words: string };

export type Section = "recent" | "go" | "commands" | "tasks" | "ask";

export type Entry = {
  /** One text for each; it is remembered. */
  key: string;
  section: Section;
  title: string;
  /** Other words that find it. */
  also: string;
  lead: Lead;
  /** At the end: its keys, or where it is. */
  end: string;
  act: Act;
};

/** The commands that can be run now, places to go to among them. */
export function commandEntries(can: (id: CommandId) => boolean): Entry[] {
  return commandIds
    .filter((id) => commands[id].keyOnly !== true && can(id))
    .map((id) => {
      const [keys] = commands[id].keys;
      return {
        key: `command:${id}`,
        section: commands[id].group === "go" ? "go" : "commands",
        title: commandText.titles[id],
        also: commandText.alsoCalled(id),
        lead: { kind: "icon", icon: iconOf(id) },
        end: keys === undefined ? "" : shownKeys(keys),
        act: { kind: "command", id },
      };
    });
}

/** The lists, those that are archived at the end. */
export function listEntries(overview: Overview | null): Entry[] {
  const colours = listColours(overview);
  const lists = overview?.lists ?? [];
  const archived = lists.filter(({ list }) => list.archived_at !== null);
  return [...lists.filter(({ list }) => list.archived_at === null), ...archived].map(({ list }) => ({
    key: `list:${list.id}`,
    section: "go",
    title: list.name,
    also: text.lists,
    lead: { kind: "dot", colour: colours.get(list.id) ?? "grey" },
    end: list.archived_at === null ? "" : paletteText.archived,
    act: { kind: "place", place: { kind: "list", id: list.id } },
  }));
}

/** Saved filters and tags. */
export function otherPlaces(overview: Overview | null): Entry[] {
  const filters = (overview?.filters ?? []).map<Entry>(({ id, name, query, colour }) => ({
    key: `filter:${id}`,
    section: "go",
    title: name,
    also: text.filters,
    lead: { kind: "icon", icon: "filter", colour },
    end: "",
    act: { kind: "place", place: { kind: "filter", id, query } },
  }));
  const tags = (overview?.tags ?? []).map<Entry>(({ name }) => ({
    key: `tag:${name}`,
    section: "go",
    title: text.tag(name),
    also: text.tags,
    lead: { kind: "icon", icon: "tag" },
    end: "",
    act: { kind: "place", place: { kind: "tag", name } },
  }));
  return [...filters, ...tags];
}

/** A task that was found, with its list or its state. */
export function taskEntry(task: Task, overview: Overview | null): Entry {
  const list = overview?.lists.find(({ list: each }) => each.id === task.list)?.list.name;
  return {
    key: `task:${task.id}`,
    section: "tasks",
    title: task.title === "" ? text.untitled : task.title,
    also: "",
    lead: { kind: "task", task },
    end: task.completed_at === null ? (list ?? paletteText.inbox) : paletteText.completed,
    act: { kind: "task", task },
  };
}

/** Hands the words to the assistant. */
export function askEntry(words: string): Entry {
  return {
    key: "ask",
    section: "ask",
    title: paletteText.ask(words),
    also: "",
    lead: { kind: "icon", icon: "chat" },
    end: shownKeys("Mod+Enter"),
    act: { kind: "ask", words },
  };
}
