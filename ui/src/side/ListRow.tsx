/** A list in the side list, with all that can be done to it. */
import { type KeyboardEvent, useRef, useState } from "react";
import type { Colour } from "../ipc/bindings/Colour";
import type { List } from "../ipc/bindings/List";
import type { NamePatch } from "../ipc/bindings/NamePatch";
import { call } from "../ipc/host";
import { shownKeys } from "../keys/shown";
import { sideText } from "../messages/side";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { NameField } from "./NameField";
import { Row } from "./Row";
import { asksForMenu, ColourItems, Item, RowMenu } from "./RowMenu";
import type { Drag } from "./useDragOrder";

type Props = {
  list: List;
  open: number;
  colour: Colour;
  here: string;
  onGo: (place: Place) => void;
  actions: Pick<Actions, "change" | "say">;
  /** Its place among the others; null where it has none, as in the archive. */
  order: { at: number; of: number; onMove: (to: number) => void; drag: Drag } | null;
};

export function ListRow({ list, open, colour, here, onGo, actions, order }: Props) {
  const [menu, setMenu] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const row = useRef<HTMLButtonElement>(null);
  const { id, name } = list;
  const archived = list.archived_at !== null;

  const edit = (patch: NamePatch, said: string) =>
    void actions.change(() => call("edit_list", { id, patch }), said);
  const remove = () => void actions.change(() => call("delete_list", { id }), sideText.listDeleted(name));
  const stop = () => {
    setRenaming(false);
    setTimeout(() => row.current?.focus());
  };

  if (renaming) {
    return (
      <NameField
        label={sideText.renaming(name)}
        name={name}
        onKeep={async (wanted) => {
          const { group } = await call("edit_list", { id, patch: { name: wanted } });
          actions.say(sideText.renamed(wanted), group);
        }}
        onDone={stop}
      />
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (asksForMenu(event)) setMenu(true);
    else if (plain && event.key === "F2") setRenaming(true);
    else if (plain && event.key === "Delete") remove();
    else if (order && event.altKey && event.key === "ArrowUp") order.onMove(order.at - 1);
    else if (order && event.altKey && event.key === "ArrowDown") order.onMove(order.at + 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const dragged = order?.drag.dragged ?? null;
  const landsAt = dragged?.before;
  const after = order !== null && order.at === order.of - 1 && landsAt === order.of;
  const lands = order !== null && landsAt === order.at ? "before" : after ? "after" : undefined;
  return (
    <div className="side-item" data-dragged={dragged?.id === id || undefined} data-lands={lands}>
      <Row
        ref={row}
        to={{ kind: "list", id }}
        name={name}
        lead={<span className="dot" data-colour={colour} />}
        count={open}
        quiet={archived}
        here={here}
        onGo={onGo}
        drop={`list:${id}`}
        order={order?.at}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(true);
        }}
        {...(order ? { onPointerDown: order.drag.onPointerDown(id) } : {})}
      />
      <RowMenu of={`list:${id}`} label={sideText.more(name)} open={menu} onOpen={setMenu}>
        <Item icon="edit" title={sideText.rename} keys="F2" onAction={() => setRenaming(true)} />
        <ColourItems
          value={list.colour}
          onChange={(chosen) => edit({ colour: chosen }, sideText.coloured(name))}
        />
        {order && order.at > 0 && (
          <Item
            icon="up"
            title={sideText.moveUp}
            keys={shownKeys("Alt+ArrowUp")}
            onAction={() => order.onMove(order.at - 1)}
          />
        )}
        {order && order.at < order.of - 1 && (
          <Item
            icon="down"
            title={sideText.moveDown}
            keys={shownKeys("Alt+ArrowDown")}
            onAction={() => order.onMove(order.at + 1)}
          />
        )}
        <Item
          icon={archived ? "restore" : "inbox"}
          title={archived ? sideText.unarchive : sideText.archive}
          onAction={() =>
            edit(
              { archived: !archived },
              archived ? sideText.listUnarchived(name) : sideText.listArchived(name),
            )
          }
        />
        <Item icon="trash" title={sideText.toTrash} keys={shownKeys("Delete")} danger onAction={remove} />
      </RowMenu>
    </div>
  );
}
