/** A version that is offered: what is new in it, how far it has come, and what can be done about it. */
import { useId, useLayoutEffect, useRef, useState } from "react";
import { LinkQuestion } from "../chat/LinkQuestion";
import { NotesText } from "../detail/notes/NotesText";
import type { Release } from "../ipc/bindings/Release";
import type { Step } from "../ipc/bindings/Step";
import { call } from "../ipc/host";
import { text } from "../messages/en";
import { settingsText } from "../messages/settings";
import { updatesText as say } from "../messages/updates";
import { inFull } from "../settings/when";
import { askUpdates, releaseOf } from "./store";
import { settleTexts } from "./unsaved";
import "./updates.css";

type Attempt = <T>(run: () => Promise<T>) => Promise<T | null>;

/** What is offered or under way; nothing where nothing is. */
export function Offer({ step, attempt }: { step: Step; attempt: Attempt }) {
  const release = releaseOf(step);
  const id = useId();
  if (release === null) return null;
  return (
    <section className="set-section offer" aria-labelledby={id}>
      <h2 id={id}>{say.offered(release.version)}</h2>
      {release.published !== null && <p className="set-hint">{say.published(inFull(release.published))}</p>}
      <Notes release={release} />
      {release.older && <p className="set-hint">{say.older}</p>}
      <Deeds step={step} version={release.version} attempt={attempt} />
    </section>
  );
}

function Notes({ release: { notes, version } }: { release: Release }) {
  const [link, setLink] = useState<string | null>(null);
  if (notes === null) return <p className="set-hint">{say.noNotes}</p>;
  return (
    <>
      {/* It scrolls, so the keyboard must get to it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="md prose release-notes" role="region" aria-label={say.notes(version)} tabIndex={0}>
        <NotesText onLink={setLink} onTick={null}>
          {notes}
        </NotesText>
      </div>
      {link !== null && <LinkQuestion address={link} label={say.linkIn} onDone={() => setLink(null)} />}
    </>
  );
}

type DeedsProps = { step: Step; version: string; attempt: Attempt };

function Deeds({ step, version, attempt }: DeedsProps) {
  const [unsaved, setUnsaved] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const { kind } = step;
  const before = useRef(kind);
  // What was pressed may be gone with the step that it was of; the keyboard stays here.
  useLayoutEffect(() => {
    if (before.current !== kind && document.activeElement === document.body)
      (box.current?.querySelector("button") ?? box.current)?.focus();
    before.current = kind;
  }, [kind]);
  const run = (command: "download_update" | "cancel_update") => {
    setUnsaved("");
    void attempt(() => askUpdates(() => call(command)));
  };
  const restart = async () => {
    const places = await settleTexts();
    setUnsaved(
      places.length === 0 ? "" : say.unsaved(text.joined(places.map((each) => say.unsavedIn[each]))),
    );
    if (places.length > 0) return;
    // What went wrong stands in the state, with all else.
    await call("restart_to_update").catch(() => undefined);
  };
  return (
    <div ref={box} className="set-section" tabIndex={-1}>
      <StepDeeds
        step={step}
        version={version}
        unsaved={unsaved}
        onDownload={() => run("download_update")}
        onCancel={() => run("cancel_update")}
        onRestart={() => void restart()}
      />
    </div>
  );
}

type StepProps = {
  step: Step;
  version: string;
  /** Why it was not restarted. */
  unsaved: string;
  onDownload: () => void;
  onCancel: () => void;
  onRestart: () => void;
};

function StepDeeds({ step, version, unsaved, onDownload, onCancel, onRestart }: StepProps) {
  switch (step.kind) {
    case "offered":
      return (
        <div className="set-acts">
          <button type="button" className="btn soft" onClick={onDownload}>
            {say.download}
          </button>
          <span className="set-hint">{say.downloadHint}</span>
        </div>
      );
    case "downloading":
      return <Downloading step={step} version={version} onStop={onCancel} />;
    case "waiting":
      return (
        <>
          <p role="status">{say.waiting}</p>
          <div className="set-acts">
            <button type="button" className="btn soft" onClick={onRestart}>
              {say.restart}
            </button>
            <button type="button" className="btn" onClick={onCancel}>
              {say.letGo}
            </button>
          </div>
          <p role="alert" className="set-hint">
            {unsaved}
          </p>
        </>
      );
    case "installing":
      return <p role="status">{say.installing(version)}</p>;
    case "installed":
      return <p role="status">{say.installed(version)}</p>;
    default:
      return null;
  }
}

type DownloadingProps = {
  step: Extract<Step, { kind: "downloading" }>;
  version: string;
  onStop: () => void;
};

function Downloading({ step: { received, total }, version, onStop }: DownloadingProps) {
  const here = settingsText.size(received);
  return (
    <div className="set-acts">
      <progress
        aria-label={say.downloading(version)}
        {...(total === null ? {} : { max: total, value: received })}
      />
      <span className="set-hint">
        {total === null ? say.receivedOnly(here) : say.received(here, settingsText.size(total))}
      </span>
      <button type="button" className="btn" onClick={onStop}>
        {say.stop}
      </button>
    </div>
  );
}
