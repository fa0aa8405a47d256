/** The saved filters. */
import { type KeyboardEvent, useState } from "react";
import { Icon } from "../design/Icon";
import type { Overview } from "../ipc/bindings/Overview";
import type { SavedFilter } from "../ipc/bindings/SavedFilter";
import { call } from "../ipc/host";
import { shownKeys } from "../keys/shown";
import { text } from "../messages/en";
import { sideText } from "../messages/side";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { useSideEditing } from "./editing";
import { Group } from "./Group";
import { Row } from "./Row";
import { asksForMenu, ColourItems, Item, RowMenu } from "./RowMenu";

type Props = {
  overview: Overview | null;
  here: string;
  onGo: (place: Place) => void;
  actions: Pick<Actions, "change">;
  open: boolean;
  onOpen: (open: boolean) => void;
};

export function Filters({ overview, here, onGo, actions, open, onOpen }: Props) {
  const { editFilter } = useSideEditing();
  const add = () => editFilter({ filter: null, name: "", query: "" });
  const filters = overview?.filters ?? [];
  return (
    <Group
      id="filters"
      name={text.filters}
      open={open}
      onOpen={onOpen}
      add={{ label: sideText.addFilter, onPress: add }}
    >
      {filters.map((filter) => (
        <FilterRow key={filter.id} filter={filter} here={here} onGo={onGo} actions={actions} />
      ))}
      {filters.length === 0 && (
        <button type="button" tabIndex={-1} className="side-row quiet" data-side="first-filter" onClick={add}>
          <span className="lead">
            <Icon name="plus" />
          </span>
          <span className="name">{sideText.addFilter}</span>
        </button>
      )}
    </Group>
  );
}

type RowProps = Pick<Props, "here" | "onGo" | "actions"> & { filter: SavedFilter };

function FilterRow({ filter, here, onGo, actions }: RowProps) {
  const [menu, setMenu] = useState(false);
  const { editFilter } = useSideEditing();
  const { id, name, query, colour } = filter;
  const edit = () => editFilter({ filter });
  const remove = () => void actions.change(() => call("delete_filter", { id }), sideText.filterDeleted(name));
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (asksForMenu(event)) setMenu(true);
    else if (plain && event.key === "F2") edit();
    else if (plain && event.key === "Delete") remove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="side-item">
      <Row
        to={{ kind: "filter", id, query }}
        name={name}
        lead={
          <span className="tint" data-colour={colour ?? undefined}>
            <Icon name="filter" />
          </span>
        }
        here={here}
        onGo={onGo}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(true);
        }}
      />
      <RowMenu of={`filter:${id}`} label={sideText.more(name)} open={menu} onOpen={setMenu}>
        <Item icon="edit" title={sideText.edit} keys="F2" onAction={edit} />
        <ColourItems
          value={colour}
          onChange={(chosen) =>
            void actions.change(
              () => call("edit_filter", { id, patch: { colour: chosen } }),
              sideText.coloured(name),
            )
          }
        />
        <Item icon="trash" title={sideText.toTrash} keys={shownKeys("Delete")} danger onAction={remove} />
      </RowMenu>
    </div>
  );
}
