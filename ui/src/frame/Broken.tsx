/** The window can't go on: what is safe, what was being typed, and the way back. */
import { useEffect, useRef, useState } from "react";
import { Icon } from "../design/Icon";
import { brokenText } from "../messages/broken";

type Props = { failure: string; typed: readonly string[]; onReload: () => void };

export function Broken({ failure, typed, onReload }: Props) {
  const [said, setSaid] = useState("");
  const reload = useRef<HTMLButtonElement>(null);
  useEffect(() => reload.current?.focus(), []);
  const words = typed.join("\n\n");
  const copy = () => {
    navigator.clipboard.writeText(words).then(
      () => setSaid(brokenText.copied),
      () => setSaid(brokenText.notCopied),
    );
  };
  return (
    <main className="failed">
      <div className="mid" role="alert">
        <span className="sign">
          <Icon name="warn" />
        </span>
        <h1>{brokenText.title}</h1>
        <p>{brokenText.what}</p>
        {words !== "" && (
          <label className="rescued">
            <span>{brokenText.typed}</span>
            <textarea readOnly rows={Math.min(8, words.split("\n").length + 1)} value={words} />
          </label>
        )}
        <div className="acts">
          {words !== "" && (
            <button type="button" className="btn" onClick={copy}>
              {brokenText.copy}
            </button>
          )}
          <button ref={reload} type="button" className="btn soft" onClick={onReload}>
            {brokenText.reload}
          </button>
        </div>
        <p role="status" className="after">
          {said === "" && words !== "" ? brokenText.typedHint : said}
        </p>
        <details>
          <summary>{brokenText.details}</summary>
          <p>{failure}</p>
        </details>
      </div>
    </main>
  );
}
