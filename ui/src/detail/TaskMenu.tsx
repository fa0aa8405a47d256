/** What can be done with the task as a whole: its list, and the menu at the head of the pane. */
import { useRef } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { dueInFull } from "../dates/labels";
import { listColours } from "../design/colours";
import { Float } from "../design/Float";
import { Icon, type IconName } from "../design/Icon";
import type { Applied } from "../ipc/bindings/Applied";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { type ListChoice, ListPicker } from "../tasks/pickers/ListPicker";
import { useHere } from "./here";

type ListProps = {
  /** Whether another list is being chosen. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The list that the task is in; a press moves it to another. */
export function ListButton({ open, onOpenChange }: ListProps) {
  const { task, overview, actions, change } = useHere();
  const button = useRef<HTMLButtonElement>(null);
  const list = overview?.lists.find((each) => each.list.id === task.list)?.list;
  const name = list?.name ?? text.inbox;
  const content = (
    <>
      <span className="lead">
        {list === undefined ? (
          <Icon name="inbox" />
        ) : (
          <span className="dot" data-colour={listColours(overview).get(list.id)} />
        )}
      </span>
      <span className="name">{name}</span>
    </>
  );
  if (task.deleted_at !== null) return <span className="list-name">{content}</span>;
  const move = async (to: ListChoice) => {
    if (to.list === task.list) return;
    const applied = await change(() => call("edit_tasks", { ids: [task.id], patch: { list: to.list } }));
    if (applied) actions.say(detailText.moved(task.title, to.name), applied.group);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="list-name"
        aria-label={detailText.moveFrom(name)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onOpenChange(true)}
      >
        {content}
      </button>
      {open && (
        <Float
          anchor={button}
          label={detailText.moveTo}
          placement="bottom start"
          onClose={() => onOpenChange(false)}
        >
          <ListPicker
            value={task.list}
            overview={overview}
            onChange={(to) => void move(to)}
            onClose={() => onOpenChange(false)}
          />
        </Float>
      )}
    </>
  );
}

type Item = { id: string; icon: IconName; name: string; run: () => void; danger?: boolean };

export function TaskMenu({ onMove }: { onMove: () => void }) {
  const { task, today, actions, put, change } = useHere();
  const say = async (run: () => Promise<Applied>, words: (applied: Applied) => string) => {
    const applied = await change(run);
    if (applied) actions.say(words(applied), applied.group);
  };
  const leave = async (act: Promise<Applied | null>) => {
    const applied = await act;
    if (applied) put(applied.tasks);
  };
  const copyLink = async () => {
    const link = `calm-orbit://task/${task.id}`;
    try {
      await navigator.clipboard.writeText(link);
      actions.say(detailText.linkCopied);
    } catch {
      actions.say(detailText.linkNotCopied(link));
    }
  };
  const open = task.completed_at === null;
  const deleted = task.deleted_at !== null;
  const { occurrence } = task;
  const items: (Item | false)[] = [
    !deleted && { id: "move", icon: "inbox", name: detailText.moveTo, run: onMove },
    { id: "link", icon: "copy", name: detailText.copyLink, run: () => void copyLink() },
    !deleted &&
      open &&
      occurrence !== null && {
        id: "skip",
        icon: "right",
        name: detailText.skip,
        run: () =>
          void say(
            () => call("skip_occurrence", { id: task.id, date: occurrence }),
            ({ tasks }) => {
              const next = tasks[0]?.due ?? null;
              return next === null
                ? detailText.skipped(task.title)
                : detailText.skippedUntil(task.title, dueInFull(next, today));
            },
          ),
      },
    !deleted &&
      open &&
      task.recurrence !== null && {
        id: "end",
        icon: "completed",
        name: detailText.endForGood,
        run: () =>
          void say(
            () => call("end_recurrence", { id: task.id }),
            () => detailText.ended(task.title),
          ),
      },
    deleted
      ? {
          id: "restore",
          icon: "restore",
          name: detailText.restore,
          run: () => void leave(actions.restore(task)),
        }
      : {
          id: "delete",
          icon: "trash",
          name: detailText.remove,
          run: () => void leave(actions.remove(task)),
          danger: true,
        },
  ];
  const shown = items.filter((item) => item !== false);
  return (
    <MenuTrigger>
      <Button className="ib" aria-label={detailText.more}>
        <Icon name="more" />
      </Button>
      <Popover className="pop menu" offset={4} placement="bottom end">
        <Menu aria-label={detailText.menu} onAction={(key) => shown.find(({ id }) => id === key)?.run()}>
          {shown.map(({ id, icon, name, danger = false }) => (
            <MenuItem key={id} id={id} className={danger ? "danger" : ""} textValue={name}>
              <Icon name={icon} />
              <span className="name">{name}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
