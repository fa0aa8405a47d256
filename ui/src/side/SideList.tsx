/** The side list: where one can go. It never shouts: a count is a number, late or not. */
import { type ReactNode, useDeferredValue, useRef } from "react";
import { Icon, type IconName } from "../design/Icon";
import type { Overview } from "../ipc/bindings/Overview";
import { useCommands } from "../keys/registry";
import { commandText } from "../messages/commands";
import { firstKeys } from "../keys/together";
import { text } from "../messages/en";
import { dropOf } from "../tasks/drag/targets";
import { type Place, placeKey, placeName } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { Filters } from "./Filters";
import { Foot } from "./Foot";
import { inSight } from "./inSight";
import { Lists } from "./Lists";
import { Row } from "./Row";
import { Tags } from "./Tags";
import { useClosed } from "./useClosed";
import { useRoving } from "../design/useRoving";

type Props = {
  overview: Overview | null;
  place: Place;
  onGo: (place: Place) => void;
  actions: Pick<Actions, "change" | "say">;
  /** Closes the side list where it lies over the list. */
  close?: ReactNode;
};

export function SideList({ overview: known, place, onGo, actions, close }: Props) {
  const overview = useDeferredValue(known, inSight(known, window.innerHeight));
  const commands = useCommands();
  const scroller = useRef<HTMLDivElement>(null);
  const roving = useRoving(scroller);
  const [isOpen, setOpen] = useClosed();
  const here = placeKey(place);

  const view = (
    to: Place,
    icon: IconName,
    { count, quiet = false }: { count?: number | undefined; quiet?: boolean } = {},
  ) => (
    <Row
      to={to}
      name={placeName(to, overview)}
      lead={<Icon name={icon} />}
      count={count}
      quiet={quiet}
      here={here}
      onGo={onGo}
      drop={dropOf(to)}
    />
  );
  const group = { overview, here, onGo, actions };

  return (
    <nav className="col side" aria-label={text.side}>
      <div ref={scroller} className="side-scroll" {...roving}>
        <div className="side-top">
          <button
            type="button"
            tabIndex={-1}
            data-side="find"
            className="side-row find"
            title={commandText.titles.palette}
            onClick={() => void commands.run("palette")}
          >
            <Icon name="search" />
            <span className="name">{commandText.titles.palette}</span>
            <kbd>{firstKeys("palette")}</kbd>
          </button>
          {close}
        </div>
        {view({ kind: "inbox" }, "inbox", { count: overview?.inbox })}
        {view({ kind: "today" }, "today", { count: overview?.today })}
        {view({ kind: "upcoming" }, "upcoming")}
        {view({ kind: "someday" }, "someday")}
        <Lists {...group} open={isOpen("lists")} onOpen={setOpen("lists")} />
        <Filters {...group} open={isOpen("filters")} onOpen={setOpen("filters")} />
        <Tags {...group} open={isOpen("tags")} onOpen={setOpen("tags")} />
        <div className="side-last">
          {view({ kind: "open" }, "all", { quiet: true })}
          {view({ kind: "completed" }, "completed", { quiet: true })}
          {view({ kind: "trash" }, "trash", { quiet: true })}
          {view({ kind: "activity" }, "history", { quiet: true })}
        </div>
      </div>
      <Foot />
    </nav>
  );
}
