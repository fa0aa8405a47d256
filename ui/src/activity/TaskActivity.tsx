/** What was done to one task, the latest first, each with the way back. */
import { useMemo, useRef } from "react";
import type { CivilDate } from "../dates/civil";
import { Icon } from "../design/Icon";
import type { Overview } from "../ipc/bindings/Overview";
import { activityText } from "../messages/activity";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import type { Actions } from "../tasks/useActions";
import { ActorIcon } from "./ActorIcon";
import { canTakeBack, doneAgain, groupsOf, isTakenBack } from "./groups";
import { didWords, GroupWords } from "./GroupWords";
import { momentOf } from "./moments";
import { useLog } from "./useLog";
import { useNames } from "./useNames";
import { fieldWords, toldFields } from "./words";

/** Entries that are shown at first, and more at each asking. */
const PAGE = 6;
/** Fields told of one line. */
const FIELDS = 3;

type Props = {
  task: string;
  overview: Overview | null;
  today: CivilDate;
  actions: Actions;
};

export function TaskActivity({ task, overview, today, actions }: Props) {
  const [source, log] = useLog(task, PAGE);
  const names = useNames(log.entries, overview, today);
  const groups = useMemo(() => groupsOf(log.entries), [log.entries]);
  const again = useMemo(() => doneAgain(log.entries), [log.entries]);
  const list = useRef<HTMLUListElement>(null);
  const undo = (id: string, at: number) => {
    // The button goes when it is done: the keyboard stays on the line.
    list.current?.children[at]?.querySelector<HTMLElement>(".log-words")?.focus();
    void actions.undo(id);
  };
  if (log.state === "failed" && log.failure) {
    return (
      <p className="quiet-line">
        {log.failure.message}{" "}
        <button type="button" className="btn" onClick={() => source.refresh()}>
          {text.tryAgain}
        </button>
      </p>
    );
  }
  return (
    <>
      <ul className="log" ref={list}>
        {groups.map((group, at) => {
          const { short, full } = momentOf(group.at, today);
          const told = group.entries.flatMap(toldFields);
          const back = isTakenBack(group);
          const did = didWords(group, true, again);
          return (
            <li key={group.id} className={back ? "back" : undefined}>
              <ActorIcon actor={group.actor} />
              <div className="log-words" tabIndex={-1}>
                <GroupWords group={group} ofIt again={again} time={short} full={full} />
                {told.length > 0 && group.entries[0]?.deed !== "added" && (
                  <small>
                    {told.slice(0, FIELDS).map((change) => (
                      <span key={`${change.field} ${change.occurrence ?? ""}`} dir="auto">
                        {fieldWords(change, names)}
                      </span>
                    ))}
                    {told.length > FIELDS && <span>{activityText.moreFields(told.length - FIELDS)}</span>}
                  </small>
                )}
              </div>
              {back && <span className="taken-back">{activityText.takenBack}</span>}
              {canTakeBack(group) && !back && (
                <button
                  type="button"
                  className="ib s"
                  aria-label={activityText.takeBack(did)}
                  title={activityText.undo}
                  onClick={() => undo(group.id, at)}
                >
                  <Icon name="undo" small />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {log.whole && groups.length === 0 && <p className="quiet-line">{detailText.noActivity}</p>}
      {log.failure && <p className="quiet-line late">{log.failure.message}</p>}
      {!log.whole && log.state === "ready" && (
        <button
          type="button"
          className="btn quiet"
          aria-disabled={log.looking}
          onClick={() => void source.earlier()}
        >
          {detailText.earlierActivity}
        </button>
      )}
    </>
  );
}
