/** When and how one is reminded. */
import { useState } from "react";
import { failureOf } from "../../ipc/failure";
import { call } from "../../ipc/host";
import { locale } from "../../messages/locale";
import { settingsText as say } from "../../messages/settings";
import { Line, Section } from "../parts/Section";
import { TimeOfDay } from "../parts/TimeOfDay";
import { Toggle } from "../parts/Toggle";
import { useGroup } from "../useGroup";

const HOUR = 3_600_000;

/** Tomorrow at that time of day, by the clock on the wall. */
export function tomorrowAt(time: string, now: Date): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hours, minutes);
}

function when(at: Date): string {
  return new Intl.DateTimeFormat(locale(), { weekday: "long", hour: "numeric", minute: "2-digit" }).format(
    at,
  );
}

/** A reminder that comes at once, so that one sees whether the desktop shows it. */
function TestReminder() {
  const [said, setSaid] = useState<string | null>(null);
  const send = async () => {
    setSaid(null);
    try {
      await call("test_reminder");
      setSaid(say.testSent);
    } catch (thrown) {
      setSaid(failureOf(thrown).message);
    }
  };
  return (
    <Line label={say.testReminder} hint={<span role="status">{said ?? say.testReminderHint}</span>}>
      <button type="button" className="btn soft" onClick={() => void send()}>
        {say.sendTest}
      </button>
    </Line>
  );
}

export function RemindersPage() {
  const [reminders, change] = useGroup("reminders");
  const [openedAt] = useState(() => Date.now());
  const { on, quiet } = reminders;
  const until = reminders.paused_until === null ? null : new Date(reminders.paused_until);
  const paused = until !== null && until.getTime() > openedAt;
  const pause = (to: Date | null) => change({ paused_until: to?.toISOString() ?? null });
  return (
    <>
      <Section>
        <Toggle label={say.remind} hint={say.remindHint} on={on} onChange={(now) => change({ on: now })} />
      </Section>
      {on && (
        <Section>
          <Toggle
            label={say.atDue}
            hint={say.atDueHint}
            on={reminders.at_due}
            onChange={(at_due) => change({ at_due })}
          />
          <Line label={say.allDay} hint={say.allDayHint}>
            <TimeOfDay
              label={say.allDay}
              value={reminders.all_day}
              onChange={(all_day) => change({ all_day })}
            />
          </Line>
          <Toggle label={say.sound} on={reminders.sound} onChange={(sound) => change({ sound })} />
          <Toggle
            label={say.quiet}
            hint={say.quietHint}
            on={quiet !== null}
            onChange={(now) => change({ quiet: now ? { from: "22:00:00", to: "07:00:00" } : null })}
          />
          {quiet !== null && (
            <div className="set-under">
              <label>
                {say.quietFrom}
                <TimeOfDay
                  label={say.quietFrom}
                  value={quiet.from}
                  onChange={(from) => change({ quiet: { ...quiet, from } })}
                />
              </label>
              <label>
                {say.quietTo}
                <TimeOfDay
                  label={say.quietTo}
                  value={quiet.to}
                  onChange={(to) => change({ quiet: { ...quiet, to } })}
                />
              </label>
            </div>
          )}
          <Line label={say.pause} hint={paused ? say.pausedUntil(when(until)) : say.pauseHint}>
            {paused ? (
              <button type="button" className="btn soft" onClick={() => pause(null)}>
                {say.resume}
              </button>
            ) : (
              <>
                <button type="button" className="btn soft" onClick={() => pause(new Date(Date.now() + HOUR))}>
                  {say.pauseHour}
                </button>
                <button
                  type="button"
                  className="btn soft"
                  onClick={() => pause(tomorrowAt(reminders.all_day, new Date()))}
                >
                  {say.pauseTomorrow}
                </button>
              </>
            )}
          </Line>
          <TestReminder />
        </Section>
      )}
    </>
  );
}
