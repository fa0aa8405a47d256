/** What is dragged, beside the pointer; and the line where it would go. */
import { createPortal } from "react-dom";
import { listText } from "../../messages/list";
import { STEP } from "./geometry";
import type { Dragging, Gap } from "./useDrag";

export function DragGhost({ dragging, title }: { dragging: Dragging; title: string }) {
  const { ids, x, y } = dragging;
  return createPortal(
    <div
      className="drag-ghost pop"
      aria-hidden="true"
      style={{ transform: `translate(${x + 12}px, ${y + 8}px)` }}
    >
      {ids.length === 1 ? <bdi>{title}</bdi> : listText.dragged(ids.length)}
    </div>,
    document.body,
  );
}

export function DropLine({ gap }: { gap: Gap }) {
  return (
    <div
      className="drop-line"
      role="presentation"
      style={{ transform: `translateY(${gap.y - 1}px)`, marginInlineStart: gap.depth * STEP + 12 }}
    />
  );
}
