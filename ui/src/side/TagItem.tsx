/** A tag in the side list, with what can be done to it on all tasks at once. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { TagCount } from "../ipc/bindings/TagCount";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { shownKeys } from "../keys/shown";
import { deedText } from "../messages/deeds";
import { text } from "../messages/en";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { NameField } from "./NameField";
import { asksForMenu, Item, MenuOf } from "./RowMenu";

type Props = {
  tag: TagCount;
  here: string;
  onGo: (place: Place) => void;
  actions: Pick<Actions, "say">;
  /** It has this name now; null where no task has it any more. */
  onChanged: (name: string | null) => void;
};

export function TagItem({ tag, here, onGo, actions, onChanged }: Props) {
  const { name } = tag;
  const [menu, setMenu] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const renamed = useRef(false);
  useEffect(() => {
    // The field is gone, and the button is there again.
    if (renaming || !renamed.current) return;
    renamed.current = false;
    button.current?.focus();
  }, [renaming]);
  const shown = text.tag(name);
  const isHere = here === `tag:${name}`;

  const remove = async () => {
    try {
      const { group, tasks } = await call("delete_tag", { tag: name });
      actions.say(deedText.tagRemoved(shown, tasks), group);
      onChanged(null);
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
          onChanged(now);
          if (isHere) onGo({ kind: "tag", name: now });
        }}
        onDone={() => {
          renamed.current = true;
          setRenaming(false);
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
      {menu && (
        <MenuOf anchor={button} label={label} end="start" onClose={() => setMenu(false)}>
          <Item icon="edit" title={deedText.renameTag} keys="F2" onAction={() => setRenaming(true)} />
          <Item
            icon="trash"
            title={deedText.removeTag}
            keys={shownKeys("Delete")}
            danger
            onAction={() => void remove()}
          />
        </MenuOf>
      )}
    </>
  );
}
