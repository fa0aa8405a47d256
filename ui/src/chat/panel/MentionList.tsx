import { Fragment, useEffect, useRef } from "react";
import { Icon, type IconName } from "../../design/Icon";
import type { Entity } from "../../ipc/bindings/Entity";
import { chatText } from "../../messages/chat";

type Props = {
  id: string;
  found: readonly Entity[];
  at: number;
  onPoint: (at: number) => void;
  onTake: (entity: Entity) => void;
};

/** The id of an option, for `aria-activedescendant`. */
export function optionId(list: string, at: number): string {
  return `${list}-${at}`;
}

function iconOf({ id }: Entity): IconName {
  return id.startsWith("list:") ? "menu" : id.startsWith("tag:") ? "tag" : "completed";
}

/** What can be mentioned, under its headings. The keyboard stays in the field. */
export function MentionList({ id, found, at, onPoint, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[data-focused]")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div ref={list} className="pop mentions" role="listbox" id={id} aria-label={chatText.mentions}>
      {found.map((entity, place) => (
        <Fragment key={entity.id}>
          {entity.group !== found[place - 1]?.group && (
            <div className="heading" role="presentation">
              {entity.group}
            </div>
          )}
          {/* The keys are those of the field. */}
          {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
          <div
            role="option"
            id={optionId(id, place)}
            aria-selected={place === at}
            data-focused={place === at || undefined}
            // The field keeps the keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => place !== at && onPoint(place)}
            onClick={() => onTake(entity)}
          >
            <Icon name={iconOf(entity)} small />
            <span className="grow">
              <bdi>{entity.title}</bdi>
            </span>
            <span className="more">
              {[entity.data["due"], entity.data["list"]].filter(Boolean).join(", ") || entity.data["count"]}
            </span>
          </div>
        </Fragment>
      ))}
    </div>
  );
}
