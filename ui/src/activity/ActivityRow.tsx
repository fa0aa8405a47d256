/** One line of the activity: who did what, what changed, and the way back. It opens where there is more to tell. */
import { Icon } from "../design/Icon";
import type { Activity } from "../ipc/bindings/Activity";
import { activityText } from "../messages/activity";
import { ActorIcon } from "./ActorIcon";
import { canTakeBack, type Group, isTakenBack } from "./groups";
import { didWords, GroupWords } from "./GroupWords";
import { momentOf } from "./moments";
import { actorName, deedWords, fieldWords, type Names, toldFields } from "./words";

/** Fields that are told of a closed line. */
const FIELDS = 2;

/** Whether a line has more to tell. */
export function opens({ entries: [first, ...more] }: Group): boolean {
  if (first === undefined) return false;
  const told = toldFields(first).length;
  return more.length > 0 || told > FIELDS || (told > 0 && isBrief(first));
}

/** Of what was added, and of several tasks, the fields are told only when one asks. */
function isBrief({ deed, count }: Activity): boolean {
  return deed === "added" || deed === "reversed" || count > 1;
}

/** The one task that a line is about; null where it is about several, or none. */
export function taskOf({ entries }: Group): string | null {
  const tasks = new Set(entries.flatMap(({ fields }) => fields.flatMap(({ task }) => task ?? [])));
  const [only] = tasks;
  return tasks.size === 1 && only !== undefined ? only : null;
}

type Props = {
  group: Group;
  again: ReadonlySet<number>;
  names: Names;
  /** The keys act on it. */
  active: boolean;
  open: boolean;
  onActive: () => void;
  onToggle: () => void;
  onUndo: () => void;
  onOpen: (task: string) => void;
};

export function ActivityRow(props: Props) {
  const { group, again, names, active, open, onActive, onToggle, onUndo, onOpen } = props;
  const [first] = group.entries;
  if (first === undefined) return null;
  const { time, full } = momentOf(group.at, names.today);
  const back = isTakenBack(group);
  const more = opens(group);
  const several = group.entries.length > 1;
  const task = taskOf(group);
  const told = open ? toldFields(first) : isBrief(first) ? [] : toldFields(first).slice(0, FIELDS);
  const tab = active ? 0 : -1;
  return (
    <>
      <div
        role="row"
        aria-level={1}
        aria-expanded={more ? open : undefined}
        className={back ? "deed back" : "deed"}
        data-group={group.id}
        tabIndex={tab}
        onFocus={onActive}
        onDoubleClick={() => {
          if (task !== null) onOpen(task);
        }}
      >
        <div role="gridcell" className="deed-icon">
          <ActorIcon actor={group.actor} />
        </div>
        <div role="gridcell" className="deed-words">
          <GroupWords group={group} ofIt={false} again={again} time={time} full={full} />
          {!several && <Fields entry={first} told={told} names={names} />}
        </div>
        <div role="gridcell" className="deed-acts">
          {more && (
            <button
              type="button"
              className="ib s"
              tabIndex={tab}
              aria-label={open ? activityText.hide : activityText.show}
              title={open ? activityText.hide : activityText.show}
              onClick={onToggle}
            >
              <Icon name={open ? "down" : "right"} small />
            </button>
          )}
          {back ? (
            <span className="taken-back">{activityText.takenBack}</span>
          ) : (
            canTakeBack(group) && (
              <button
                type="button"
                className="ib s"
                tabIndex={tab}
                aria-label={activityText.takeBack(
                  `${actorName(group.actor)} ${didWords(group, false, again)}`,
                )}
                title={activityText.undo}
                onClick={onUndo}
              >
                <Icon name="undo" small />
              </button>
            )
          )}
        </div>
      </div>
      {open &&
        several &&
        group.entries.map((entry) => (
          <div
            key={entry.seq}
            role="row"
            aria-level={2}
            className={entry.undone ? "deed within back" : "deed within"}
          >
            <div role="gridcell" className="deed-words">
              <span dir="auto">{deedWords(entry, false, again.has(entry.seq))}</span>
              <Fields entry={entry} told={entry.deed === "added" ? [] : toldFields(entry)} names={names} />
            </div>
            <div role="gridcell" className="deed-acts">
              {entry.undone && !back && <span className="taken-back">{activityText.takenBack}</span>}
            </div>
          </div>
        ))}
    </>
  );
}

function Fields({
  entry,
  told,
  names,
}: {
  entry: Activity;
  told: ReturnType<typeof toldFields>;
  names: Names;
}) {
  if (told.length === 0) return null;
  return (
    <small>
      {told.map((change) => {
        const words = fieldWords(change, names);
        const title =
          entry.count > 1 && change.task !== null ? (names.task(change.task) ?? activityText.someTask) : null;
        return (
          <span key={`${change.task ?? ""} ${change.field} ${change.occurrence ?? ""}`} dir="auto">
            {title === null ? words : activityText.value(title, words)}
          </span>
        );
      })}
    </small>
  );
}
