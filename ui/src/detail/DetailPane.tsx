/** The right pane with the details of one task. */
import { type Ref, useImperativeHandle, useRef } from "react";
import type { CivilDate } from "../dates/civil";
import { Icon } from "../design/Icon";
import type { Overview } from "../ipc/bindings/Overview";
import { file } from "../load/file";
import { part } from "../load/part";
import { detailText } from "../messages/detail";
import type { Actions } from "../tasks/useActions";
import { Head, Nothing } from "./Head";
import type { TitleHandle } from "./TitleField";

const OneTask = part(
  file(() => import("./OneTask")),
  (one) => one.OneTask,
);

export type DetailHandle = { focus: () => void; element: HTMLElement | null };

type Props = {
  ref: Ref<DetailHandle>;
  /** The task; null while none is chosen. */
  task: string | null;
  overview: Overview | null;
  today: CivilDate;
  actions: Actions;
  onClose: () => void;
  /** Shows another task in the pane. */
  onOpen: (task: string) => void;
  /** Shows the activity of all tasks. */
  onAllActivity: () => void;
};

export function DetailPane(props: Props) {
  const { ref, task, onClose } = props;
  const pane = useRef<HTMLElement>(null);
  const inside = useRef<TitleHandle>(null);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => {
        if (inside.current) inside.current.focus();
        else pane.current?.focus();
      },
      get element() {
        return pane.current;
      },
    }),
    [],
  );
  const closing = (
    <button
      type="button"
      className="ib"
      aria-label={detailText.closePane}
      title={detailText.closePane}
      onClick={onClose}
    >
      <Icon name="close" />
    </button>
  );
  return (
    <aside className="col pane" aria-label={detailText.pane} tabIndex={-1} ref={pane}>
      {task === null ? (
        <>
          <Head closing={closing} />
          <Nothing title={detailText.nothingChosen} hint={detailText.nothingChosenHint} />
        </>
      ) : (
        <OneTask
          key={task}
          meanwhile={<Head closing={closing} />}
          id={task}
          inside={inside}
          closing={closing}
          overview={props.overview}
          today={props.today}
          actions={props.actions}
          onOpen={props.onOpen}
          onAllActivity={props.onAllActivity}
        />
      )}
    </aside>
  );
}
