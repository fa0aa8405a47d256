/** The tags of tasks: each can be put on or taken off; a new name makes one. */
import { Icon } from "../../design/Icon";
import type { Overview } from "../../ipc/bindings/Overview";
import type { TaskPatch } from "../../ipc/bindings/TaskPatch";
import { text } from "../../messages/en";
import { pickerText } from "../../messages/pickers";
import { tagsIn } from "../draft";
import { type Choice, Choices, fits } from "./Choices";

/** The part of an edit that changes tags. */
export type TagChoice = Pick<TaskPatch, "add_tags" | "remove_tags">;

type Props = {
  /** The tags that all of the tasks have. */
  value: readonly string[];
  /** Those that only some of them have. */
  some?: readonly string[];
  overview: Overview | null;
  onChange: (choice: TagChoice) => void;
};

const NEW = "\n"; // no tag is called so

export function TagPicker({ value, some = [], overview, onChange }: Props) {
  const known = (overview?.tags ?? []).map(({ name }) => name);
  const all = [...new Set([...value, ...some, ...known])];
  const offer = (typed: string): Choice[] => {
    const [name = ""] = tagsIn(typed);
    const found: Choice[] = all
      .filter((tag) => fits(tag, name))
      .map((tag) => ({
        id: tag,
        name: text.tag(tag),
        lead: <Icon name="tag" />,
        ...(some.includes(tag) && { end: <span className="on">{pickerText.onSome}</span> }),
      }));
    if (name !== "" && !all.some((tag) => tag.toLowerCase() === name.toLowerCase()))
      found.push({ id: NEW, name: pickerText.newTag(name), lead: <Icon name="plus" /> });
    return found;
  };
  return (
    <Choices
      icon="tag"
      label={pickerText.findTag}
      listLabel={pickerText.changeTags}
      offer={offer}
      chosen={value}
      onChoose={(id, typed) => {
        if (id === NEW) onChange({ add_tags: tagsIn(typed) });
        else if (value.includes(id)) onChange({ remove_tags: [id] });
        else onChange({ add_tags: [id] });
      }}
    />
  );
}
