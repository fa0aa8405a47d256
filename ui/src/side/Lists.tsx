/** The lists, in the person's order; those that are archived at the end. */
import { useRef, useState } from "react";
import { listColours } from "../design/colours";
import { Icon } from "../design/Icon";
import type { ListCount } from "../ipc/bindings/ListCount";
import type { Overview } from "../ipc/bindings/Overview";
import { call } from "../ipc/host";
import { text } from "../messages/en";
import { sideText } from "../messages/side";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { useSideEditing } from "./editing";
import { Group } from "./Group";
import { ListRow } from "./ListRow";
import { NameField } from "./NameField";
import { moved, placeAfter } from "./reorder";
import { useDragOrder } from "./useDragOrder";

type Props = {
  overview: Overview | null;
  here: string;
  onGo: (place: Place) => void;
  actions: Pick<Actions, "change" | "say">;
  open: boolean;
  onOpen: (open: boolean) => void;
};

export function Lists({ overview, here, onGo, actions, open, onOpen }: Props) {
  const { addingList, setAddingList } = useSideEditing();
  const [archive, setArchive] = useState(false);
  // Where a list was put, until the host's order has it.
  const [put, setPut] = useState<{ id: string; after: string | null; over: Overview | null } | null>(null);
  const [told, setTold] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const colours = listColours(overview);
  const all = overview?.lists ?? [];
  const known = new Map(all.map((each) => [each.list.id, each]));
  const living = all.filter(({ list }) => list.archived_at === null).map(({ list }) => list.id);
  const archived = all.filter(({ list }) => list.archived_at !== null);
  const ids =
    put !== null && put.over === overview && living.includes(put.id)
      ? moved(living, put.id, put.after)
      : living;

  const place = (id: string, after: string | null) => {
    const name = known.get(id)?.list.name ?? "";
    setPut({ id, after, over: overview });
    const at = moved(ids, id, after).indexOf(id);
    setTold(sideText.placed(name, at + 1, ids.length));
    void actions
      .change(() => call("place_list", { id, after }), sideText.moved(name))
      .then((applied) => {
        if (applied === null) setPut(null);
      });
  };
  const drag = useDragOrder(box, ids, place);
  const onMove = (id: string) => (to: number) => {
    if (to >= 0 && to < ids.length) place(id, placeAfter(ids, id, to));
  };
  const row = (each: ListCount, at: number | null) => (
    <ListRow
      key={each.list.id}
      list={each.list}
      open={each.open}
      colour={colours.get(each.list.id) ?? "grey"}
      here={here}
      onGo={onGo}
      actions={actions}
      order={at === null ? null : { at, of: ids.length, onMove: onMove(each.list.id), drag }}
    />
  );
  const add = () => {
    onOpen(true);
    setAddingList(true);
  };
  return (
    <Group
      id="lists"
      name={text.lists}
      open={open || addingList}
      onOpen={onOpen}
      add={{ label: sideText.addList, onPress: add }}
    >
      <div ref={box}>{ids.map((id, at) => known.get(id) && row(known.get(id) as ListCount, at))}</div>
      {addingList ? (
        <NameField
          label={sideText.listName}
          name=""
          onKeep={async (name) => {
            const id = await call("add_list", { name, colour: null });
            onGo({ kind: "list", id });
          }}
          onDone={(kept) => {
            setAddingList(false);
            if (!kept) setTimeout(() => document.getElementById("side-lists")?.focus());
          }}
        />
      ) : (
        living.length === 0 && (
          <button type="button" tabIndex={-1} className="side-row quiet" data-side="first-list" onClick={add}>
            <span className="lead">
              <Icon name="plus" />
            </span>
            <span className="name">{sideText.addList}</span>
          </button>
        )
      )}
      {archived.length > 0 && (
        <>
          <button
            type="button"
            tabIndex={-1}
            className="side-row quiet"
            data-side="archive"
            aria-expanded={archive}
            onClick={() => setArchive(!archive)}
          >
            <span className="lead">
              <Icon name={archive ? "down" : "right"} small />
            </span>
            <span className="name">{sideText.archived}</span>
          </button>
          {archive && archived.map((each) => row(each, null))}
        </>
      )}
      <span className="vh" role="status">
        {told}
      </span>
    </Group>
  );
}
