/** What can be done with the task as a whole: its list, and the menu at the head of the pane. */
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from "react-aria-components";
import { dueInFull } from "../dates/labels";
import { listColours } from "../design/colours";
import { Icon, type IconName } from "../design/Icon";
import type { Applied } from "../ipc/bindings/Applied";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { useHere } from "./here";

/** The lists that the task can go to; the Inbox is the first. */
function useLists() {
  const { task, overview, actions, change } = useHere();
  const colours = listColours(overview);
  const lists = [
    { id: "", name: text.inbox, colour: null },
    ...(overview?.lists ?? [])
      .filter(({ list }) => list.archived_at === null || list.id === task.list)
      .map(({ list }) => ({ id: list.id, name: list.name, colour: colours.get(list.id) ?? null })),
  ];
  const here = lists.find(({ id }) => id === (task.list ?? "")) ?? lists[0];
  const move = async (id: string) => {
    if (id === (task.list ?? "")) return;
    const patch = { list: id === "" ? null : id };
    const applied = await change(() => call("edit_tasks", { ids: [task.id], patch }));
    const name = lists.find((list) => list.id === id)?.name ?? "";
    if (applied) actions.say(detailText.moved(task.title, name), applied.group);
  };
  return { lists, here, move };
}

function ListMenu() {
  const { lists, here, move } = useLists();
  return (
    <Menu
      aria-label={detailText.listsToMoveTo}
      className="menu"
      selectionMode="single"
      selectedKeys={[`list:${here?.id ?? ""}`]}
      onAction={(key) => void move(String(key).slice("list:".length))}
    >
      {lists.map(({ id, name, colour }) => (
        <MenuItem key={id} id={`list:${id}`} className="item" textValue={name}>
          {id === "" ? <Icon name="inbox" /> : <span className="dot" data-colour={colour} />}
          <span className="grow">{name}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

/** The list that the task is in; a press moves it to another. */
export function ListButton() {
  const { here } = useLists();
  const { task } = useHere();
  const lead =
    here?.colour == null ? <Icon name="inbox" /> : <span className="dot" data-colour={here.colour} />;
  if (task.deleted_at !== null) {
    return (
      <span className="list-name">
        <span className="lead">{lead}</span>
        <span className="name">{here?.name}</span>
      </span>
    );
  }
  return (
    <MenuTrigger>
      <Button className="list-name" aria-label={detailText.moveFrom(here?.name ?? "")}>
        <span className="lead">{lead}</span>
        <span className="name">{here?.name}</span>
      </Button>
      <Popover className="pop" offset={4} placement="bottom start">
        <ListMenu />
      </Popover>
    </MenuTrigger>
  );
}

type Item = { id: string; icon: IconName; name: string; run: () => void; danger?: boolean };

export function TaskMenu() {
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
      <Popover className="pop" offset={4} placement="bottom end">
        <Menu
          aria-label={detailText.menu}
          className="menu"
          onAction={(key) => shown.find(({ id }) => id === key)?.run()}
        >
          {!deleted && (
            <SubmenuTrigger>
              <MenuItem id="move" className="item" textValue={detailText.moveTo}>
                <Icon name="inbox" />
                <span className="grow">{detailText.moveTo}</span>
                <Icon name="right" small />
              </MenuItem>
              <Popover className="pop" offset={2}>
                <ListMenu />
              </Popover>
            </SubmenuTrigger>
          )}
          {shown.map(({ id, icon, name, danger = false }) => (
            <MenuItem key={id} id={id} className={danger ? "item danger" : "item"} textValue={name}>
              <Icon name={icon} />
              <span className="grow">{name}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
