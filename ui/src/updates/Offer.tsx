/** A version that is offered: what is new in it, how far it has come, and what can be done about it. */
import { useId, useState } from "react";
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
      <div className="md release-notes" role="region" aria-label={say.notes(version)} tabIndex={0}>
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
  switch (step.kind) {
    case "offered":
      return (
        <div className="set-acts">
          <button type="button" className="btn soft" onClick={() => run("download_update")}>
            {say.download}
          </button>
          <span className="set-hint">{say.downloadHint}</span>
        </div>
      );
    case "downloading":
      return <Downloading step={step} version={version} onStop={() => run("cancel_update")} />;
    case "waiting":
      return (
        <>
          <p role="status">{say.waiting}</p>
          <div className="set-acts">
            <button type="button" className="btn soft" onClick={() => void restart()}>
              {say.restart}
            </button>
            <button type="button" className="btn" onClick={() => run("cancel_update")}>
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
