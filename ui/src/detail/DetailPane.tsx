/** The right pane with the details of one task. */
import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { CivilDate } from "../dates/civil";
import { Icon } from "../design/Icon";
import { Notice } from "../design/Notice";
import { useDelayed } from "../design/useDelayed";
import type { Applied } from "../ipc/bindings/Applied";
import type { Failure } from "../ipc/bindings/Failure";
import type { Overview } from "../ipc/bindings/Overview";
import { failureOf } from "../ipc/failure";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import type { Actions } from "../tasks/useActions";
import { LinkQuestion } from "../chat/LinkQuestion";
import { type Here, HereContext } from "./here";
import { Foot, TaskDetail } from "./TaskDetail";
import { ListButton, TaskMenu } from "./TaskMenu";
import type { TitleHandle } from "./TitleField";
import { useDetail } from "./useDetail";

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
        <Loaded {...props} key={task} id={task} inside={inside} closing={closing} />
      )}
    </aside>
  );
}

function Head({ children, closing }: { children?: ReactNode; closing: ReactNode }) {
  return (
    <div className="pane-head detail-head">
      <div className="grow">{children}</div>
      {closing}
    </div>
  );
}

function Nothing({ title, hint }: { title: string; hint: string }) {
  return (
    <div className="mid">
      <h2>{title}</h2>
      <p>{hint}</p>
    </div>
  );
}

type LoadedProps = Props & { id: string; inside: Ref<TitleHandle>; closing: ReactNode };
type Trouble = { failure: Failure; again: () => void };

function Loaded({ id, inside, closing, overview, today, actions, onOpen, onAllActivity }: LoadedProps) {
  const [source, detail] = useDetail(id);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const [moving, setMoving] = useState(false);
  const waiting = useDelayed(detail.state === "loading");

  const change = useMemo(() => {
    const attempt = async (run: () => Promise<Applied>): Promise<Applied | null> => {
      try {
        const applied = await run();
        setTrouble(null);
        source.put(applied.tasks);
        return applied;
      } catch (thrown) {
        setTrouble({ failure: failureOf(thrown), again: () => void attempt(run) });
        return null;
      }
    };
    return attempt;
  }, [source]);
  const { task } = detail;
  const here = useMemo<Here | null>(
    () =>
      task && {
        task,
        today,
        overview,
        actions,
        change,
        put: (tasks) => source.put(tasks),
        onOpen,
        onLink: setLink,
      },
    [task, today, overview, actions, change, source, onOpen],
  );

  if (here === null) {
    return (
      <>
        <Head closing={closing} />
        {detail.state === "gone" && <Nothing title={detailText.gone} hint={detailText.goneHint} />}
        {waiting && <Notice kind="info">{text.loading}</Notice>}
        {detail.state === "failed" && <Failed failure={detail.failure} again={() => source.refresh()} />}
      </>
    );
  }
  const failure = trouble?.failure ?? detail.failure;
  return (
    <HereContext value={here}>
      <Head
        closing={
          <>
            <TaskMenu onMove={() => setMoving(true)} />
            {closing}
          </>
        }
      >
        <ListButton open={moving} onOpenChange={setMoving} />
      </Head>
      <div className="detail">
        {failure && (
          <Failed
            failure={failure}
            again={trouble?.again ?? (() => source.refresh())}
            close={() => setTrouble(null)}
          />
        )}
        <TaskDetail detail={detail} inside={inside} />
      </div>
      <Foot onAllActivity={onAllActivity} />
      {link !== null && (
        <LinkQuestion
          key={link}
          address={link}
          label={detailText.linkQuestion}
          onDone={() => setLink(null)}
        />
      )}
    </HereContext>
  );
}

function Failed({
  failure,
  again,
  close,
}: {
  failure: Failure | null;
  again: () => void;
  close?: () => void;
}) {
  return (
    <Notice
      actions={
        <>
          <button type="button" className="btn" onClick={again}>
            {text.tryAgain}
          </button>
          {close && (
            <button type="button" className="btn quiet" onClick={close}>
              {text.dismiss}
            </button>
          )}
        </>
      }
    >
      {failure?.message}
    </Notice>
  );
}
