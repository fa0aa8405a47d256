/** The middle column: head, notice, list, add box. */
import {
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from "react";
import { AddBox, type AddBoxHandle } from "../add/AddBox";
import type { CivilDate } from "../dates/civil";
import { useDelayed } from "../design/useDelayed";
import { Icon } from "../design/Icon";
import { Notice } from "../design/Notice";
import type { Overview } from "../ipc/bindings/Overview";
import { text } from "../messages/en";
import { searchText } from "../messages/search";
import { filterOf, SearchedWords } from "../search/searched";
import { useSideEditing } from "../side/editing";
import { SamplesLine } from "../welcome/SamplesLine";
import { Empty } from "./Empty";
import { file } from "../load/file";
import { part } from "../load/part";
import { countsOf, ListHead } from "./ListHead";
import { ListSkeleton } from "./ListSkeleton";
import { type Place, placeKey, placeName, type TaskPlace } from "./places";
import { SearchField } from "./SearchField";
import { TaskList } from "./TaskList";
import type { Actions, Trouble } from "./useActions";
import { SEARCH_LIMIT, useTaskSource } from "./useTaskSource";

const EmptyTrash = part(
  file(() => import("./EmptyTrash")),
  (trash) => trash.EmptyTrash,
);

export type ColumnHandle = {
  element: HTMLElement | null;
  add: () => void;
  list: () => void;
  /** Whether a task is among what is shown. */
  shows: (task: string) => boolean;
  /** Brings a task into sight, with the keyboard, once it is shown at that place. */
  reveal: (task: string, at: Place) => void;
};

type Props = {
  ref: Ref<ColumnHandle>;
  place: TaskPlace;
  overview: Overview | null;
  today: CivilDate;
  actions: Actions;
  trouble: Trouble | null;
  closeTrouble: () => void;
  onGo: (place: Place) => void;
  /** The person is at this task. */
  onActive: (task: string) => void;
  /** The task whose details are shown. */
  detail: string | null;
  onLeaveSearch: () => void;
  /** What stands before the name, and the buttons after it. */
  before?: ReactNode;
  buttons: ReactNode;
  /** What just happened, above the add box. */
  toaster: ReactNode;
  /** Called once there is something to see. */
  onShown: () => void;
};

/** How many hits there are, and which come first where that says something. */
function foundWords(count: number, order: "newest" | "best"): string {
  const hits = text.results(count, SEARCH_LIMIT);
  return count > 1 ? searchText.inOrder(hits, order) : hits;
}

const NO_ADDING: ReadonlySet<Place["kind"]> = new Set(["completed", "trash", "search", "someday"]);

export function ListColumn(props: Props) {
  const { ref, place, overview, today, actions, trouble, closeTrouble, onGo, onLeaveSearch } = props;
  const [words, setWords] = useState("");
  const [full, setFull] = useState(""); // the words that were searched in full
  const searched = words.trim();
  const order = full === searched ? "best" : "newest";
  const [source, snapshot] = useTaskSource(place, { words: searched, order }, today);
  const { editFilter } = useSideEditing();
  const [closed, setClosedGroups] = useState<ReadonlySet<string>>(new Set());
  const [reveal, setReveal] = useState<{ task: string; at: string } | null>(null);
  const waiting = useDelayed(snapshot.state === "loading");
  const addBox = useRef<AddBoxHandle>(null);
  const column = useRef<HTMLElement>(null);
  const awaited = useRef(false); // whether the keyboard waits for rows
  const { onShown } = props;

  const name = placeName(place, overview);
  useLayoutEffect(() => {
    document.title = name === "" ? text.appName : `${name} – ${text.appName}`;
  }, [name]);

  const toList = useCallback(() => {
    const grid = column.current?.querySelector<HTMLElement>('[role="treegrid"]');
    const row = grid?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    (row ?? grid ?? column.current)?.focus();
    awaited.current = grid === null || grid === undefined;
  }, []);
  // The keyboard was sent here before the rows were: it goes on to them.
  useLayoutEffect(() => {
    if (awaited.current && snapshot.state !== "loading" && document.activeElement === column.current)
      toList();
    if (snapshot.state !== "loading") awaited.current = false;
  }, [snapshot.state, toList]);
  const onRevealed = useCallback(() => setReveal(null), []);
  const { ids } = snapshot;
  useImperativeHandle(
    ref,
    () => ({
      get element() {
        return column.current;
      },
      add: () => addBox.current?.focus(),
      list: toList,
      shows: (task) => ids.placeOf(task) !== undefined,
      reveal: (task, at) => setReveal({ task, at: placeKey(at) }),
    }),
    [toList, ids],
  );

  // Before the frame is drawn, which is then the first that has something to see.
  useLayoutEffect(() => {
    if (snapshot.state !== "loading" || waiting) onShown();
  }, [snapshot.state, waiting, onShown]);

  // The last row went, and the list with it: the keyboard stays in the column.
  const none = snapshot.state === "ready" && snapshot.ids.length === 0;
  useLayoutEffect(() => {
    if (none && document.activeElement === document.body) column.current?.focus();
  }, [none]);

  const setClosed = useCallback((group: string, shut: boolean) => {
    setClosedGroups((now) => {
      const next = new Set(now);
      if (shut) next.add(group);
      else next.delete(group);
      return next;
    });
  }, []);

  const { open } = countsOf(snapshot);
  const ready = snapshot.state === "ready";
  const search = place.kind === "search";
  return (
    <main className="col main" ref={column} tabIndex={-1}>
      <ListHead
        place={place}
        snapshot={snapshot}
        overview={overview}
        today={today}
        before={props.before}
        actions={
          search ? (
            <>
              {filterOf(searched) !== null && (
                <button
                  type="button"
                  className="btn"
                  onClick={() =>
                    editFilter({ filter: null, name: searched, query: filterOf(searched) ?? "" })
                  }
                >
                  {searchText.saveAsFilter}
                </button>
              )}
              <button type="button" className="ib" aria-label={text.closeSearch} onClick={onLeaveSearch}>
                <Icon name="close" />
              </button>
            </>
          ) : (
            <>
              {place.kind === "trash" && ready && snapshot.ids.length > 0 && (
                <EmptyTrash
                  count={snapshot.ids.length}
                  actions={actions}
                  onEmptied={() => source.refresh()}
                />
              )}
              {props.buttons}
            </>
          )
        }
        {...(search
          ? {
              field: (
                <SearchField
                  words={words}
                  onWords={setWords}
                  onLeave={onLeaveSearch}
                  onDown={toList}
                  onEnter={() => (full === searched ? toList() : setFull(searched))}
                  found={ready && searched !== "" ? foundWords(snapshot.ids.length, order) : ""}
                />
              ),
            }
          : {})}
      />
      {(trouble ?? snapshot.failure) && (
        <div className="list-notice">
          <Notice
            actions={
              <>
                <button
                  type="button"
                  className="btn"
                  onClick={() => (trouble ? trouble.again() : source.refresh())}
                >
                  {text.tryAgain}
                </button>
                {trouble && (
                  <button type="button" className="btn quiet" onClick={closeTrouble}>
                    {text.dismiss}
                  </button>
                )}
              </>
            }
          >
            {(trouble?.failure ?? snapshot.failure)?.message}
          </Notice>
        </div>
      )}
      {!search && <SamplesLine actions={actions} onGone={toList} />}
      {waiting && <ListSkeleton />}
      {ready && open === 0 && (
        <Empty
          place={place}
          overview={overview}
          words={searched}
          onAdd={() => addBox.current?.focus()}
          onGo={onGo}
        />
      )}
      {ready && snapshot.ids.length > 0 ? (
        <SearchedWords value={search ? searched : ""}>
          <TaskList
            key={placeKey(place)}
            place={place}
            source={source}
            snapshot={snapshot}
            overview={overview}
            today={today}
            actions={actions}
            closed={closed}
            setClosed={setClosed}
            reveal={reveal?.at === placeKey(place) ? reveal.task : null}
            onRevealed={onRevealed}
            onActive={props.onActive}
            detail={props.detail}
          />
        </SearchedWords>
      ) : (
        !(ready && open === 0) && !waiting && <div className="list" />
      )}
      {props.toaster}
      {!NO_ADDING.has(place.kind) && (
        <AddBox
          ref={addBox}
          overview={overview}
          list={place.kind === "list" ? place.id : null}
          due={place.kind === "today" ? today : null}
          today={today}
          onAdded={(applied) => {
            const task = applied.tasks[0];
            if (!task) return;
            source.add(task);
            actions.say(text.added(task.title), applied.group);
          }}
          onLeave={toList}
        />
      )}
    </main>
  );
}
