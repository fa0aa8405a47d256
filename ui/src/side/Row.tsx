/** A row of the side list: where one can go. */
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode, Ref } from "react";
import { text } from "../messages/en";
import { type Place, placeKey } from "../tasks/places";

type Props = {
  to: Place;
  name: string;
  lead: ReactNode;
  count?: number | undefined;
  quiet?: boolean;
  here: string;
  onGo: (place: Place) => void;
  /** What a task becomes that is dropped here, for whoever drags it. */
  drop?: string | undefined;
  /** Its place among rows that can be ordered. */
  order?: number | undefined;
  ref?: Ref<HTMLButtonElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
  onContextMenu?: (event: MouseEvent) => void;
  onPointerDown?: (event: PointerEvent) => void;
};

/** One text for each row, by which the keyboard finds it again. */
export function rowKey(to: Place): string {
  return to.kind === "filter" ? `filter:${to.id}` : placeKey(to);
}

export function Row({
  to,
  name,
  lead,
  count,
  quiet = false,
  here,
  onGo,
  drop,
  order,
  ref,
  ...listeners
}: Props) {
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={-1}
      data-side={rowKey(to)}
      data-drop={drop}
      data-order={order}
      className={quiet ? "side-row quiet" : "side-row"}
      aria-current={placeKey(to) === here ? "page" : undefined}
      aria-label={count ? text.placeWithCount(name, count) : name}
      onClick={() => onGo(to)}
      {...listeners}
    >
      <span className="lead">{lead}</span>
      <span className="name" dir="auto">
        {name}
      </span>{" "}
      {count ? <span className="n">{text.number(count)}</span> : null}
    </button>
  );
}
