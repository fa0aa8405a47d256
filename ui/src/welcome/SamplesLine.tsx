/** Above the list, while there are samples: a quiet line that removes them in one click. */
import { useEffect, useState } from "react";
import { onChanged } from "../ipc/changes";
import { call } from "../ipc/host";
import { welcomeText } from "../messages/welcome";
import type { Actions } from "../tasks/useActions";

type Props = {
  actions: Pick<Actions, "change">;
  /** The line is gone: the keyboard that was in it goes on. */
  onGone: () => void;
};

export function SamplesLine({ actions, onGone }: Props) {
  const [there, setThere] = useState<boolean | null>(null); // null until it is known
  useEffect(() => {
    // Once there are none, none come again.
    if (there === false) return;
    let over = false;
    const look = () =>
      call("count_samples").then(
        (count) => {
          if (!over) setThere(count > 0);
        },
        // Without an answer there is nothing to say.
        () => undefined,
      );
    if (there === null) void look();
    const leave = onChanged(() => void look());
    return () => {
      over = true;
      leave();
    };
  }, [there]);
  if (there !== true) return null;
  const gone = () => {
    setThere(false);
    onGone();
  };
  return (
    <div className="samples" role="note">
      <span>{welcomeText.samplesLine}</span>
      <button
        type="button"
        className="btn"
        onClick={() => {
          void actions
            .change(() => call("remove_samples"), welcomeText.samplesRemoved)
            .then((applied) => {
              if (applied !== null) gone();
            });
        }}
      >
        {welcomeText.removeSamples}
      </button>
      <button
        type="button"
        className="btn quiet"
        onClick={() => {
          call("keep_samples").then(gone, () => undefined);
        }}
      >
        {welcomeText.keepSamples}
      </button>
    </div>
  );
}
