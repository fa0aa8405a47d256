/** The version that runs, others that are out, and which are looked for. */
import { useEffect, useState } from "react";
import { Ask } from "../../chat/setup/Ask";
import type { Barred } from "../../ipc/bindings/Barred";
import type { UpdateState } from "../../ipc/bindings/UpdateState";
import { call } from "../../ipc/host";
import { updatesText as say } from "../../messages/updates";
import { Offer } from "../../updates/Offer";
import { askUpdates, useUpdates } from "../../updates/store";
import { Line, Section } from "../parts/Section";
import { Segments } from "../parts/Segments";
import { Toggle } from "../parts/Toggle";
import { useAttempt, useGroup } from "../useGroup";
import { useSettings } from "../useSettings";
import { inFull } from "../when";

/** Why this install does not update itself. */
function whyBarred(barred: Barred): string {
  switch (barred.kind) {
    case "manager":
      return barred.name === null ? say.barred.manager : say.barred.managerOf(barred.name);
    case "locked":
      return say.barred.locked(barred.folder);
    default:
      return say.barred[barred.kind];
  }
}

/** How it stands, in a sentence or two. */
function standing({ step, answered, barred, version, no_beta }: UpdateState): string {
  if (barred !== null) return whyBarred(barred);
  if (step.kind === "looking") return say.looking;
  const newest = [version.includes("-") ? say.newestBeta : say.newest, ...(no_beta ? [say.noBeta] : [])];
  const now = step.kind === "newest" ? newest : answered === null ? [say.unknown] : [];
  return [...now, ...(answered === null ? [] : [say.lastAnswer(inFull(answered))])].join(" ");
}

export function UpdatesPage() {
  const state = useUpdates();
  const attempt = useAttempt();
  useEffect(() => {
    void attempt(() => askUpdates(() => call("update_state")));
  }, [attempt]);
  if (state === null) return null;
  const { step, barred, failure, way_back } = state;
  const look = (back: boolean) => void attempt(() => askUpdates(() => call("look_for_update", { back })));
  const canLook = step.kind === "unknown" || step.kind === "newest" || step.kind === "offered";
  return (
    <>
      <Section>
        <Line label={say.version(state.version)} hint={<span role="status">{standing(state)}</span>}>
          {barred === null && (
            <button
              type="button"
              className="btn soft"
              aria-disabled={!canLook}
              onClick={() => canLook && look(false)}
            >
              {say.look}
            </button>
          )}
        </Line>
        {failure !== null && <p role="alert">{failure.message}</p>}
      </Section>
      {barred === null && (
        <>
          <Offer step={step} attempt={attempt} />
          {way_back !== null && step.kind === "newest" && (
            <WayBack version={way_back} onGo={() => look(true)} />
          )}
          <Wanted />
        </>
      )}
    </>
  );
}

/** For somebody with a beta on the stable channel: to the stable version, after a question. */
function WayBack({ version, onGo }: { version: string; onGo: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <Section>
      <Line label={say.wayBack} hint={say.wayBackHint(version)}>
        <button type="button" className="btn" onClick={() => setAsked(true)}>
          {say.goBack(version)}
        </button>
      </Line>
      {asked && (
        <Ask
          label={say.goBack(version)}
          agree={say.goBack(version)}
          refuse={say.keepBeta}
          onAnswer={(agreed) => {
            setAsked(false);
            if (agreed) onGo();
          }}
        >
          <p>
            <strong>{say.goBackQuestion(version)}</strong>
          </p>
          <p>{say.older}</p>
        </Ask>
      )}
    </Section>
  );
}

/** Whether and which versions are looked for. */
function Wanted() {
  const [updates, change] = useGroup("updates");
  const { look } = useSettings();
  const attempt = useAttempt();
  const choose = async (channel: typeof updates.channel) => {
    const chosen = await attempt(async () => {
      await askUpdates(() => call("choose_channel", { channel }));
      return true;
    });
    look();
    if (chosen) await attempt(() => askUpdates(() => call("look_for_update", { back: false })));
  };
  return (
    <Section>
      <Toggle
        label={say.automatic}
        hint={say.automaticHint}
        on={updates.look}
        onChange={(on) => change({ look: on })}
      />
      <Segments
        label={say.channel}
        hint={say.channelHint}
        options={[
          { value: "stable", label: say.channelOf.stable },
          { value: "beta", label: say.channelOf.beta },
        ]}
        value={updates.channel}
        onChange={(channel) => void choose(channel)}
      />
    </Section>
  );
}
