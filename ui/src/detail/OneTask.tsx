/** The details of one task, as far as they are known. */
import { type ReactNode, type Ref, useMemo, useState } from "react";
import { LinkQuestion } from "../chat/LinkQuestion";
import type { CivilDate } from "../dates/civil";
import { Notice } from "../design/Notice";
import { useDelayed } from "../design/useDelayed";
import type { Applied } from "../ipc/bindings/Applied";
import type { Failure } from "../ipc/bindings/Failure";
import type { Overview } from "../ipc/bindings/Overview";
import { failureOf } from "../ipc/failure";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import type { Actions } from "../tasks/useActions";
import { Head, Nothing } from "./Head";
import { type Here, HereContext } from "./here";
import { Foot, TaskDetail } from "./TaskDetail";
import { ListButton, TaskMenu } from "./TaskMenu";
import type { TitleHandle } from "./TitleField";
import { useDetail } from "./useDetail";

type Props = {
  id: string;
  inside: Ref<TitleHandle>;
  /** The button that closes the pane. */
  closing: ReactNode;
  overview: Overview | null;
  today: CivilDate;
  actions: Actions;
  /** Shows another task in the pane. */
  onOpen: (task: string) => void;
  /** Shows the activity of all tasks. */
  onAllActivity: () => void;
};

type Trouble = { failure: Failure; again: () => void };

export function OneTask({ id, inside, closing, overview, today, actions, onOpen, onAllActivity }: Props) {
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
