/** The list of a task: one of those that exist, the Inbox, or a new name. */
import { listColours } from "../../design/colours";
import { Icon } from "../../design/Icon";
import type { Overview } from "../../ipc/bindings/Overview";
import { text } from "../../messages/en";
import { pickerText } from "../../messages/pickers";
import { type Choice, Choices, fits } from "./Choices";

/** A list by its id; a name that no list has makes one; null is the Inbox. */
export type ListChoice = { list: string | null; name: string };

type Props = {
  /** The list that it is in now; null is the Inbox, undefined where several tasks are in different ones. */
  value: string | null | undefined;
  overview: Overview | null;
  onChange: (choice: ListChoice) => void;
  onClose: () => void;
};

const INBOX = "inbox";
const NEW = "new";

export function ListPicker({ value, overview, onChange, onClose }: Props) {
  const colours = listColours(overview);
  const lists = (overview?.lists ?? [])
    .map(({ list }) => list)
    .filter(({ archived_at }) => archived_at === null);
  const offer = (typed: string): Choice[] => {
    const found: Choice[] = lists
      .filter(({ name }) => fits(name, typed))
      .map(({ id, name }) => ({ id, name, lead: <span className="dot" data-colour={colours.get(id)} /> }));
    if (fits(text.inbox, typed)) found.unshift({ id: INBOX, name: text.inbox, lead: <Icon name="inbox" /> });
    const known = lists.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
    if (typed !== "" && !known && typed.toLowerCase() !== text.inbox.toLowerCase())
      found.push({ id: NEW, name: pickerText.newList(typed), lead: <Icon name="plus" /> });
    return found;
  };
  return (
    <Choices
      icon="inbox"
      label={pickerText.findList}
      listLabel={pickerText.lists}
      offer={offer}
      chosen={value === undefined ? [] : [value ?? INBOX]}
      onChoose={(id, typed) => {
        const list = lists.find((each) => each.id === id);
        if (list) onChange({ list: list.id, name: list.name });
        else if (id === INBOX) onChange({ list: null, name: text.inbox });
        else onChange({ list: typed, name: typed });
        onClose();
      }}
    />
  );
}
