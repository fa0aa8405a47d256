/** The tags of open tasks. */
import type { Overview } from "../ipc/bindings/Overview";
import { text } from "../messages/en";
import type { Place } from "../tasks/places";
import { Group } from "./Group";

type Props = {
  overview: Overview | null;
  here: string;
  onGo: (place: Place) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
};

export function Tags({ overview, here, onGo, open, onOpen }: Props) {
  const tags = overview?.tags ?? [];
  if (tags.length === 0) return null;
  return (
    <Group id="tags" name={text.tags} open={open} onOpen={onOpen}>
      <div className="tags">
        {tags.map(({ name, open: count }) => (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            data-side={`tag:${name}`}
            data-drop={`tag:${name}`}
            aria-current={here === `tag:${name}` ? "page" : undefined}
            aria-label={text.placeWithCount(text.tag(name), count)}
            onClick={() => onGo({ kind: "tag", name })}
          >
            <bdi>{text.tag(name)}</bdi>
          </button>
        ))}
      </div>
    </Group>
  );
}
