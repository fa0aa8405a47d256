/** Looks through the database, and repairs what can be made anew. */
import { useState } from "react";
import type { Checked } from "../../ipc/bindings/Checked";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { Line, Section } from "../parts/Section";
import { useAttempt } from "../useGroup";

/** How many problems are named. */
const NAMED = 10;

export function Check() {
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Checked | null>(null);
  const attempt = useAttempt();
  const run = async (what: "check_data" | "repair_data") => {
    if (busy) return;
    setBusy(true);
    setFound(await attempt(() => call(what)));
    setBusy(false);
  };
  const problems = found?.problems ?? [];
  const words = () => {
    if (busy) return say.working;
    if (found === null) return "";
    return problems.length === 0 ? say.checked(found.tasks) : say.problems(problems.length);
  };
  return (
    <Section title={say.check}>
      <Line label={<span role="status">{words()}</span>} hint={say.checkHint}>
        <button
          type="button"
          className="btn soft"
          aria-disabled={busy}
          onClick={() => void run("check_data")}
        >
          {say.checkNow}
        </button>
      </Line>
      {problems.length > 0 && (
        <>
          <ul className="problems">
            {problems.slice(0, NAMED).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <Line label={say.repairMeans}>
            <button
              type="button"
              className="btn soft"
              aria-disabled={busy}
              onClick={() => void run("repair_data")}
            >
              {say.repair}
            </button>
          </Line>
        </>
      )}
    </Section>
  );
}
