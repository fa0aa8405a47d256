/** The tags of open tasks. */
import { useEffect, useRef } from "react";
import type { Overview } from "../ipc/bindings/Overview";
import { text } from "../messages/en";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { Group } from "./Group";
import { TagItem } from "./TagItem";

type Props = {
  overview: Overview | null;
  here: string;
  onGo: (place: Place) => void;
  actions: Pick<Actions, "say">;
  open: boolean;
  onOpen: (open: boolean) => void;
};

function rowOf(key: string): HTMLElement | null {
  const rows = document.querySelectorAll<HTMLElement>("[data-side]");
  return [...rows].find((row) => row.dataset["side"] === key) ?? null;
}

export function Tags({ overview, here, onGo, actions, open, onOpen }: Props) {
  const tags = overview?.tags ?? [];
  const next = useRef<string | null>(null);
  useEffect(() => {
    // The button that had the keyboard is gone: the one that stands for it now takes it.
    const row = next.current === null ? null : rowOf(next.current);
    if (row === null) return;
    next.current = null;
    if (document.activeElement === document.body) row.focus();
  }, [overview]);
  if (tags.length === 0) return null;
  return (
    <Group id="tags" name={text.tags} open={open} onOpen={onOpen}>
      <div className="tags">
        {tags.map((tag, at) => (
          <TagItem
            key={tag.name}
            tag={tag}
            here={here}
            onGo={onGo}
            actions={actions}
            onChanged={(name) => {
              const beside = tags[at + 1] ?? tags[at - 1];
              next.current = `tag:${name ?? beside?.name ?? ""}`;
            }}
          />
        ))}
      </div>
    </Group>
  );
}
