import { useState } from "react";
import type { Answers } from "../../ipc/bindings/Answers";
import { setupText } from "../../messages/chatSetup";
import type { Wrong } from "./answers";
import { Field } from "./Field";
import { SecretField } from "./SecretField";

type OpenAi = Extract<Answers, { from: "openai" }>;

type Props = {
  /** What is set now; null where answers come from elsewhere. */
  now: OpenAi | null;
  wrong: Wrong;
  version: number;
  onUse: (answers: Answers) => void;
};

/** A workflow of the person's own, and their key. */
export function OpenAiForm({ now, wrong, version, onUse }: Props) {
  const [workflow, setWorkflow] = useState(now?.workflow ?? "");
  const [typed, setTyped] = useState(now?.version ?? "");
  const chosen = { workflow: workflow.trim(), version: typed.trim() };
  const inUse = now !== null && now.workflow === chosen.workflow && (now.version ?? "") === chosen.version;
  return (
    <div className="under">
      <p className="hint">{setupText.agentBuilder}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { version: its } = chosen;
          onUse({ from: "openai", workflow: chosen.workflow, ...(its !== "" && { version: its }) });
        }}
      >
        <Field
          label={setupText.workflow}
          value={workflow}
          onChange={setWorkflow}
          placeholder={setupText.workflowPlaceholder}
          error={wrong.workflow ?? null}
        />
        <Field
          label={setupText.version}
          value={typed}
          onChange={setTyped}
          hint={setupText.versionHint}
          error={wrong.version ?? null}
        />
        <div className="acts">
          <button type="submit" className="btn soft">
            {setupText.useWorkflow}
          </button>
          {inUse && <span className="hint">{setupText.inUse}</span>}
        </div>
      </form>
      <SecretField name="openai_key" label={setupText.key} version={version} />
    </div>
  );
}
