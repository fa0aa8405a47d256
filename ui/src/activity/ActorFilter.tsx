/** Whose doings are shown. */
import { Button, ListBox, ListBoxItem, Popover, Select } from "react-aria-components";
import { Icon } from "../design/Icon";
import type { Activity } from "../ipc/bindings/Activity";
import type { Actor } from "../ipc/bindings/Actor";
import { activityText } from "../messages/activity";
import { actorKey } from "./groups";
import { ActorIcon } from "./ActorIcon";
import { actorName } from "./words";

/** Everybody, or somebody by `actorKey`. */
export type Who = "everybody" | (string & {});

export function fits(actor: Actor, who: Who): boolean {
  return who === "everybody" || actorKey(actor) === who;
}

type Props = { entries: readonly Activity[]; value: Who; onChange: (who: Who) => void };

/** Those who can be chosen: the person and the assistant, and whoever else did something. */
export function actorsOf(entries: readonly Activity[]): Actor[] {
  const actors = new Map<string, Actor>();
  for (const actor of [{ kind: "person" }, { kind: "assistant" }] satisfies Actor[])
    actors.set(actorKey(actor), actor);
  for (const { actor } of entries) actors.set(actorKey(actor), actor);
  return [...actors.values()];
}

export function ActorFilter({ entries, value, onChange }: Props) {
  const actors = actorsOf(entries);
  const chosen = actors.find((actor) => actorKey(actor) === value);
  const name = chosen === undefined ? activityText.everybody : actorName(chosen);
  return (
    <Select
      aria-label={activityText.filterLabel}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Button className={value === "everybody" ? "chip" : "chip set"} aria-label={activityText.filter(name)}>
        <Icon name="filter" />
        <span className="actor">{name}</span>
      </Button>
      <Popover className="pop" offset={6} placement="bottom end">
        <ListBox aria-label={activityText.filterLabel}>
          <ListBoxItem id="everybody" textValue={activityText.everybody}>
            <Icon name="all" />
            {activityText.everybody}
          </ListBoxItem>
          {actors.map((actor) => (
            <ListBoxItem key={actorKey(actor)} id={actorKey(actor)} textValue={actorName(actor)}>
              <ActorIcon actor={actor} />
              {actorName(actor)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
