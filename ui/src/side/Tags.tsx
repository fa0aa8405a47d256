/** The tags of open tasks. */
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

export function Tags({ overview, here, onGo, actions, open, onOpen }: Props) {
  const tags = overview?.tags ?? [];
  if (tags.length === 0) return null;
  return (
    <Group id="tags" name={text.tags} open={open} onOpen={onOpen}>
      <div className="tags">
        {tags.map((tag) => (
          <TagItem key={tag.name} tag={tag} here={here} onGo={onGo} actions={actions} />
        ))}
      </div>
    </Group>
  );
}
