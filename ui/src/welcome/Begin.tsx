/** Where the tasks are, and with which one begins. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon } from "../design/Icon";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { shownKeys } from "../keys/shown";
import { welcomeText } from "../messages/welcome";

export function Begin({ onNext }: { onNext: () => void }) {
  const [refused, setRefused] = useState<string | null>(null);
  const busy = useRef(false);
  const choices = useRef<HTMLDivElement>(null);
  useEffect(() => choices.current?.querySelector("button")?.focus(), []);
  const addSamples = async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      await call("add_samples", { lines: welcomeText.sampleLines() });
      onNext();
    } catch (thrown) {
      setRefused(failureOf(thrown).message);
    } finally {
      busy.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = [...(choices.current?.querySelectorAll("button") ?? [])];
    const at = all.findIndex((each) => each === document.activeElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  return (
    <>
      <h1>{welcomeText.where}</h1>
      <p>{welcomeText.whereHint}</p>
      {/* The arrow keys walk from one button to the other. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={choices}
        role="group"
        aria-label={welcomeText.whereHint}
        className="begin-with"
        onKeyDown={onKeyDown}
      >
        <button type="button" className="item" onClick={() => void addSamples()}>
          <Icon name="completed" />
          <span className="grow">
            {welcomeText.samples}
            <small>{welcomeText.samplesHint}</small>
          </span>
          <kbd>{shownKeys("Enter")}</kbd>
        </button>
        <button type="button" className="item" onClick={onNext}>
          <Icon name="plus" />
          <span className="grow">
            {welcomeText.empty}
            <small>{welcomeText.emptyHint}</small>
          </span>
          <kbd>{shownKeys("Enter")}</kbd>
        </button>
      </div>
      {refused !== null && (
        <p role="alert" className="late">
          {refused}
        </p>
      )}
    </>
  );
}
