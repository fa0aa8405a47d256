/** The foot of the side list: the app's state in one quiet place, and the way to the settings. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button, DialogTrigger, Popover } from "react-aria-components";
import { Icon } from "../design/Icon";
import { failureOf } from "../ipc/failure";
import { healthNow, onHealth } from "../ipc/health";
import { call } from "../ipc/host";
import { useCommands } from "../keys/registry";
import { shownKeys } from "../keys/shown";
import { commandText } from "../messages/commands";
import { text } from "../messages/en";
import { sideText } from "../messages/side";
import { useSettings } from "../settings/useSettings";
import { UpdateWaits } from "../updates/UpdateWaits";
import { conditionOf } from "./condition";

/** The longest that is waited at once, in milliseconds; a timer takes no more than 24 days. */
const LONGEST = 3_600_000;

/** The time, as it was when something last ended. */
function useNow(until: string | null): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (until === null) return;
    const left = new Date(until).getTime() - now.getTime();
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(new Date()), Math.min(left, LONGEST));
    return () => clearTimeout(timer);
  }, [until, now]);
  return now;
}

export function Foot() {
  const { settings, save } = useSettings();
  const commands = useCommands();
  const health = useSyncExternalStore(onHealth, healthNow);
  const { reminders } = settings;
  const now = useNow(reminders.paused_until);
  const condition = conditionOf(health, reminders.on ? reminders.paused_until : null, now);
  const title = commandText.titles.settings.title;
  const resume = () => save({ group: "reminders", settings: { ...reminders, paused_until: null } });
  return (
    <>
      <UpdateWaits />
      <div className="side-foot">
        <DialogTrigger>
          <Button className="state" aria-label={`${sideText.state}: ${condition.brief}`}>
            {condition.kind === "here" ? (
              <svg className="ring foot" viewBox="0 0 20 20" aria-hidden="true">
                <circle className="track" cx="10" cy="10" r="8" />
                <circle className="body" cx="15.7" cy="4.3" r="3" />
              </svg>
            ) : (
              <span className={condition.kind}>
                <Icon name={condition.kind === "paused" ? "bell" : "warn"} small />
              </span>
            )}
            <span className="said">{condition.brief}</span>
          </Button>
          <Popover className="pop state-pop" placement="top start" offset={6}>
            {/* The popover is the dialog: with one inside, its hidden buttons would be outside of any. */}
            <div>
              <h2>{condition.title}</h2>
              <p>{condition.more}</p>
              {condition.kind === "here" && <Folder />}
              {condition.kind === "paused" && <Resume onResume={resume} />}
            </div>
          </Popover>
        </DialogTrigger>
        <button
          type="button"
          className="ib"
          aria-label={title}
          title={text.joined([title, shownKeys("Mod+,", "")])}
          onClick={() => void commands.run("settings")}
        >
          <Icon name="settings" />
        </button>
      </div>
    </>
  );
}

/** Where the tasks are. */
function Folder() {
  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    call("status").then(
      ({ data_dir }) => {
        if (!gone) setFolder(data_dir);
      },
      // The sentence above holds without it.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  if (folder === null) return null;
  return (
    <p className="path">
      <span className="vh">{text.dataFolder}: </span>
      <bdi>{folder}</bdi>
    </p>
  );
}

function Resume({ onResume }: { onResume: () => Promise<void> }) {
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <>
      <button
        type="button"
        className="btn soft"
        onClick={() => {
          onResume().catch((thrown: unknown) => setRefused(failureOf(thrown).message));
        }}
      >
        {sideText.resume}
      </button>
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
