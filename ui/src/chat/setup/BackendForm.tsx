import { useState } from "react";
import type { Answers } from "../../ipc/bindings/Answers";
import { setupText } from "../../messages/chatSetup";
import { PATHS, type Wrong } from "./answers";
import { Choice } from "./Choice";
import { Field } from "./Field";
import { SecretField } from "./SecretField";

type Backend = Extract<Answers, { from: "backend" }>;

type Props = {
  /** What is set now; null where answers come from elsewhere. */
  now: Backend | null;
  wrong: Wrong;
  version: number;
  onUse: (answers: Answers) => void;
};

const OTHER = "other";

/** A backend that mints sessions: where it is, and the token it knows the person by. */
export function BackendForm({ now, wrong, version, onUse }: Props) {
  const published = PATHS.find((path) => path === now?.path);
  const [url, setUrl] = useState(now?.url ?? "");
  const [choice, setChoice] = useState<string>(now === null ? PATHS[0] : (published ?? OTHER));
  const [other, setOther] = useState(now?.path ?? "");
  const path = choice === OTHER ? other.trim() : choice;
  const inUse = now !== null && now.url === url.trim() && now.path === path;
  return (
    <div className="under">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onUse({ from: "backend", url: url.trim(), path });
        }}
      >
        <Field
          label={setupText.address}
          value={url}
          onChange={setUrl}
          inputMode="url"
          placeholder={setupText.addressPlaceholder}
          error={wrong.url ?? null}
        />
        <Choice
          label={setupText.path}
          value={choice}
          onChoose={setChoice}
          options={[
            ...PATHS.map((each) => ({ value: each, label: each })),
            { value: OTHER, label: setupText.otherPath },
          ]}
        />
        {choice === OTHER ? (
          <Field
            label={setupText.otherPath}
            value={other}
            onChange={setOther}
            placeholder={PATHS[0]}
            error={wrong.path ?? null}
          />
        ) : (
          wrong.path !== undefined && (
            <p className="wrong" role="alert">
              {wrong.path}
            </p>
          )
        )}
        <div className="acts">
          <button type="submit" className="btn soft">
            {setupText.useBackend}
          </button>
          {inUse && <span className="hint">{setupText.inUse}</span>}
        </div>
      </form>
      <SecretField name="backend_token" label={setupText.token} version={version} />
    </div>
  );
}
