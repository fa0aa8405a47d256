/** A tag in the side list, with what can be done to it on all tasks at once. */
import { type KeyboardEvent, useRef, useState } from "react";
import { Menu, Popover } from "react-aria-components";
import type { TagCount } from "../ipc/bindings/TagCount";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { shownKeys } from "../keys/shown";
import { deedText } from "../messages/deeds";
import { text } from "../messages/en";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { NameField } from "./NameField";
import { asksForMenu, Item } from "./RowMenu";

type Props = {
  tag: TagCount;
  here: string;
  onGo: (place: Place) => void;
  actions: Pick<Actions, "say">;
};

export function TagItem({ tag, here, onGo, actions }: Props) {
  const { name } = tag;
  const [menu, setMenu] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = text.tag(name);
  const isHere = here === `tag:${name}`;

  const remove = async () => {
    try {
      const { group, tasks } = await call("delete_tag", { tag: name });
      actions.say(deedText.tagRemoved(shown, tasks), group);
    } catch (thrown) {
      actions.say(failureOf(thrown).message);
    }
  };
  if (renaming) {
    return (
      <NameField
        label={deedText.renamingTag(shown)}
        name={name}
        onKeep={async (wanted) => {
          const done = await call("rename_tag", { tag: name, name: wanted });
          const now = done.name ?? wanted;
          actions.say(deedText.tagRenamed(shown, text.tag(now), done.tasks), done.group);
          if (isHere) onGo({ kind: "tag", name: now });
        }}
        onDone={() => {
          setRenaming(false);
          setTimeout(() => button.current?.focus());
        }}
      />
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (asksForMenu(event)) setMenu(true);
    else if (plain && event.key === "F2") setRenaming(true);
    else if (plain && event.key === "Delete") void remove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const label = deedText.tagMenu(shown);
  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        data-side={`tag:${name}`}
        data-drop={`tag:${name}`}
        aria-current={isHere ? "page" : undefined}
        aria-label={text.placeWithCount(shown, tag.open)}
        onClick={() => onGo({ kind: "tag", name })}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(true);
        }}
      >
        <bdi>{shown}</bdi>
      </button>
      <Popover
        className="pop"
        aria-label={label}
        triggerRef={button}
        placement="bottom start"
        offset={4}
        isOpen={menu}
        onOpenChange={setMenu}
      >
        <Menu
          className="menu"
          aria-label={label}
          // A menu opens to be walked through.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onClose={() => setMenu(false)}
        >
          <Item icon="edit" title={deedText.renameTag} keys="F2" onAction={() => setRenaming(true)} />
          <Item
            icon="trash"
            title={deedText.removeTag}
            keys={shownKeys("Delete")}
            danger
            onAction={() => void remove()}
          />
        </Menu>
      </Popover>
    </>
  );
}
