/** The foot of the side list: the app's state in one quiet place, and the way to the settings. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Icon } from "../design/Icon";
import { healthNow, onHealth } from "../ipc/health";
import { useCommands } from "../keys/registry";
import { shownKeys } from "../keys/shown";
import { commandText } from "../messages/commands";
import { text } from "../messages/en";
import { sideText } from "../messages/side";
import { useSettings } from "../settings/useSettings";
import { file } from "../load/file";
import { part } from "../load/part";
import { UpdateWaits } from "../updates/UpdateWaits";
import { conditionOf } from "./condition";

const StatePopover = part(
  file(() => import("./StatePopover")),
  (state) => state.StatePopover,
  { opens: true },
);

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
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const health = useSyncExternalStore(onHealth, healthNow);
  const { reminders } = settings;
  const now = useNow(reminders.paused_until);
  const condition = conditionOf(health, reminders.on ? reminders.paused_until : null, now);
  const title = commandText.titles.settings;
  const resume = () => save({ group: "reminders", settings: { ...reminders, paused_until: null } });
  return (
    <>
      <UpdateWaits />
      <div className="side-foot">
        <button
          ref={button}
          type="button"
          className="state"
          aria-label={`${sideText.state}: ${condition.brief}`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
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
        </button>
        {open && (
          <StatePopover
            anchor={button}
            condition={condition}
            onResume={resume}
            onClose={() => setOpen(false)}
          />
        )}
        <button
          type="button"
          className="ib"
          aria-label={title}
          title={text.joined([title, shownKeys("Mod+,")])}
          onClick={() => void commands.run("settings")}
        >
          <Icon name="settings" />
        </button>
      </div>
    </>
  );
}
