import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { listColours } from "../design/colours";
import { Icon } from "../design/Icon";
import type { List } from "../ipc/bindings/List";
import type { Overview } from "../ipc/bindings/Overview";
import { text } from "../messages/en";

type Props = {
  lists: List[];
  overview: Overview | null;
  /** A list's name; empty for the Inbox. */
  value: string;
  onChange: (name: string) => void;
  onFloat: (open: boolean) => void;
};

/** The list of a task: one of those that exist, or a new name. */
export function ListField({ lists, overview, value, onChange, onFloat }: Props) {
  const colours = listColours(overview);
  const chosen = lists.find(({ name }) => name === value);
  return (
    <ComboBox
      aria-label={text.listField}
      allowsCustomValue
      menuTrigger="input"
      defaultItems={lists}
      inputValue={value}
      onInputChange={onChange}
      onOpenChange={onFloat}
    >
      <Group className={value === "" ? "chip" : "chip set"}>
        <span className="dot" data-colour={chosen ? colours.get(chosen.id) : "grey"} />
        <span className="fit" data-words={value || text.listPlaceholder}>
          <Input placeholder={text.listPlaceholder} />
        </span>
        <Button className="fold" aria-label={text.showLists}>
          <Icon name="down" small />
        </Button>
      </Group>
      <Popover className="pop" offset={6}>
        <ListBox<List> aria-label={text.listOptions}>
          {(list) => (
            <ListBoxItem id={list.id} textValue={list.name}>
              <span className="dot" data-colour={colours.get(list.id)} />
              {list.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
