/** What holds for the app as a whole. */
import { useEffect, useState } from "react";
import { firstDayOfWeek } from "../../dates/week";
import type { FirstDay } from "../../ipc/bindings/FirstDay";
import type { KeptFor } from "../../ipc/bindings/KeptFor";
import { call } from "../../ipc/host";
import { locale } from "../../messages/locale";
import { settingsText as say } from "../../messages/settings";
import { Pick } from "../parts/Pick";
import { Section } from "../parts/Section";
import { StartAtLogin } from "../parts/StartAtLogin";
import { Toggle } from "../parts/Toggle";
import { useSurroundings } from "../useAppearance";
import { useAttempt, useGroup } from "../useGroup";

const firstDays = ["locale", "monday", "saturday", "sunday"] as const satisfies readonly FirstDay[];

/** The usual day's name: 4 to 10 January 1970 were Sunday to Saturday. */
function usualDay(): string {
  const at = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].indexOf(firstDayOfWeek("locale"));
  const day = new Date(Date.UTC(1970, 0, 4 + at));
  return new Intl.DateTimeFormat(locale(), { weekday: "long", timeZone: "UTC" }).format(day);
}

export function GeneralPage() {
  const [general, change] = useGroup("general");
  const tray = useSurroundings()?.tray === true;
  return (
    <>
      <Section>
        {tray && (
          <Toggle
            label={say.closeToTray}
            hint={say.closeToTrayHint}
            on={general.close_to_tray}
            onChange={(close_to_tray) => change({ close_to_tray })}
          />
        )}
        <StartAtLogin />
        <Pick
          label={say.firstDay}
          value={general.first_day}
          options={firstDays.map((value) => ({
            value,
            label: value === "locale" ? say.firstDayOf.locale(usualDay()) : say.firstDayOf[value],
          }))}
          onChange={(first_day) => change({ first_day })}
        />
        <Toggle
          label={say.singleKeys}
          hint={say.singleKeysHint}
          on={general.single_keys}
          onChange={(single_keys) => change({ single_keys })}
        />
      </Section>
      <Kept />
    </>
  );
}

const usual = { trash: [7, 14, 30, 60, 90, 180, 365], activity: [7, 30, 90, 180, 365] } as const;

/** The choices, with what is set now where it is another. */
function days(which: keyof KeptFor, now: number | null): { value: string; label: string }[] {
  const all = new Set<number>(usual[which]);
  if (now !== null) all.add(now);
  const sorted = [...all].sort((a, b) => a - b);
  return [
    ...sorted.map((count) => ({ value: String(count), label: say.keptFor(count) })),
    { value: "ever", label: say.keptForEver },
  ];
}

function Kept() {
  const [kept, setKept] = useState<KeptFor | null>(null);
  const attempt = useAttempt();
  useEffect(() => {
    void attempt(() => call("data")).then((data) => setKept(data?.kept ?? null));
  }, [attempt]);
  if (kept === null) return null;
  const choose = async (part: Partial<KeptFor>) => {
    const next = { ...kept, ...part };
    setKept(next);
    const data = await attempt(() => call("keep", { kept: next }));
    setKept(data?.kept ?? kept);
  };
  const of = (value: string) => (value === "ever" ? null : Number(value));
  return (
    <Section title={say.kept}>
      <Pick
        label={say.keptTrash}
        hint={say.keptTrashHint}
        value={String(kept.trash ?? "ever")}
        options={days("trash", kept.trash)}
        onChange={(value) => void choose({ trash: of(value) })}
      />
      <Pick
        label={say.keptActivity}
        hint={say.keptActivityHint}
        value={String(kept.activity ?? "ever")}
        options={days("activity", kept.activity)}
        onChange={(value) => void choose({ activity: of(value) })}
      />
    </Section>
  );
}
