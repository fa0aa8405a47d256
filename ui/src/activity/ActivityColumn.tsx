/** The place where everything that was done stands, by day, with the way back. */
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { CivilDate } from "../dates/civil";
import { Icon } from "../design/Icon";
import { Notice } from "../design/Notice";
import { useDelayed } from "../design/useDelayed";
import type { Overview } from "../ipc/bindings/Overview";
import { activityText } from "../messages/activity";
import { text } from "../messages/en";
import type { ColumnHandle } from "../tasks/ListColumn";
import { ListSkeleton } from "../tasks/ListSkeleton";
import type { Actions } from "../tasks/useActions";
import { ActivityList } from "./ActivityList";
import { ActorFilter, fits, type Who } from "./ActorFilter";
import { useLog } from "./useLog";
import { useNames } from "./useNames";

/** Entries in one page. */
const PAGE = 60;
/** Entries that are looked through by themselves for one that fits the filter. */
const FAR = 1200;

type Props = {
  ref: Ref<ColumnHandle>;
  overview: Overview | null;
  today: CivilDate;
  actions: Actions;
  before?: ReactNode;
  buttons: ReactNode;
  toaster: ReactNode;
  onShown: () => void;
  /** Shows the details of a task. */
  onOpen: (task: string) => void;
};

export function ActivityColumn(props: Props) {
  const { ref, overview, today, actions, before, buttons, toaster, onShown, onOpen } = props;
  const [source, log] = useLog(null, PAGE);
  const [who, setWho] = useState<Who>("everybody");
  const names = useNames(log.entries, overview, today);
  const shown = useMemo(() => log.entries.filter(({ actor }) => fits(actor, who)), [log.entries, who]);
  const waiting = useDelayed(log.state === "loading");
  const column = useRef<HTMLElement>(null);
  const awaited = useRef(false);

  useEffect(() => {
    if (log.state !== "loading" || waiting) onShown();
  }, [log.state, waiting, onShown]);
  useLayoutEffect(() => {
    document.title = `${activityText.place} – ${text.appName}`;
  }, []);
  // A filter may fit nothing of what is known yet.
  const few = shown.length < PAGE / 2 && log.entries.length < FAR;
  useEffect(() => {
    if (who !== "everybody" && few && log.state === "ready" && !log.whole && !log.looking)
      void source.earlier();
  }, [who, few, log.state, log.whole, log.looking, source]);

  const toList = useCallback(() => {
    const row = column.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    (row ?? column.current)?.focus();
    awaited.current = row === null || row === undefined;
  }, []);
  useLayoutEffect(() => {
    if (awaited.current && log.state === "ready" && document.activeElement === column.current) toList();
  }, [log.state, toList]);
  // The keyboard was in what stood here until this was loaded.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) toList();
  }, [toList]);
  useImperativeHandle(
    ref,
    () => ({
      get element() {
        return column.current;
      },
      add: toList,
      list: toList,
      shows: () => false,
      reveal: () => undefined,
    }),
    [toList],
  );

  return (
    <main className="col main" ref={column} tabIndex={-1}>
      <header className="head">
        <div className="place-mark">{before ?? <Icon name="history" />}</div>
        <div className="names">
          <h1>{activityText.place}</h1>
          <p>{activityText.hint}</p>
        </div>
        <div className="acts">
          <ActorFilter entries={log.entries} value={who} onChange={setWho} />
          {buttons}
        </div>
      </header>
      {log.failure && (
        <div className="list-notice">
          <Notice
            actions={
              <button type="button" className="btn" onClick={() => source.refresh()}>
                {text.tryAgain}
              </button>
            }
          >
            {log.failure.message}
          </Notice>
        </div>
      )}
      {waiting && <ListSkeleton />}
      {log.state === "ready" && shown.length === 0 && log.whole ? (
        <div className="mid">
          <h2>{who === "everybody" ? activityText.empty : activityText.emptyFor}</h2>
          <p>{activityText.emptyHint}</p>
        </div>
      ) : (
        <ActivityList
          entries={shown}
          all={log.entries}
          names={names}
          today={today}
          whole={log.whole}
          looking={log.looking}
          ready={log.state === "ready"}
          onEarlier={() => void source.earlier()}
          onUndo={(group) => actions.undo(group)}
          onOpen={onOpen}
        />
      )}
      {toaster}
    </main>
  );
}
