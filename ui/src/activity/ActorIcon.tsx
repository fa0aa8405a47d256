import { Icon, type IconName } from "../design/Icon";
import type { Actor } from "../ipc/bindings/Actor";

const ICONS: Record<Actor["kind"], IconName> = {
  person: "person",
  assistant: "orbit",
  client: "plug",
  device: "laptop",
  server: "history",
};

/** Who did it, as a sign beside the name. */
export function ActorIcon({ actor }: { actor: Actor }) {
  return <Icon name={ICONS[actor.kind]} />;
}
