/** In the foot of the side list: that another version is out or waits, and the way to it. */
import { Icon } from "../design/Icon";
import { updatesText as say } from "../messages/updates";
import { useSettingsPlace } from "../settings/place";
import { releaseOf, useUpdates } from "./store";
import "./updates.css";

export function UpdateWaits() {
  const state = useUpdates();
  const { show } = useSettingsPlace();
  const step = state?.step;
  const release = step === undefined ? null : releaseOf(step);
  // What the person has asked for themselves, the way back, is on its page alone.
  if (step === undefined || release === null || (release.older && step.kind === "offered")) return null;
  const words = say.foot[step.kind === "installing" ? "waiting" : (step.kind as keyof typeof say.foot)];
  return (
    <button type="button" className="update-waits" onClick={() => show("updates")}>
      <Icon name="update" small />
      <span>{words(release.version)}</span>
    </button>
  );
}
