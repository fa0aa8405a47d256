/** Text to copy into another app. */
import { useRef, useState } from "react";
import { settingsText as say } from "../../messages/settings";

/** Tabs and lines stay as they are; the text can be selected by hand. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState<{ of: string; words: string } | null>(null);
  const box = useRef<HTMLPreElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid({ of: text, words: say.copied });
    } catch {
      if (box.current) getSelection()?.selectAllChildren(box.current);
      setSaid({ of: text, words: say.notCopied });
    }
  };
  return (
    <div className="copy-text">
      {/* It may be wider than the window, and scrolls by key. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={box} dir="ltr" tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <div className="set-acts">
        <button type="button" className="btn soft" onClick={() => void copy()}>
          {say.copy}
        </button>
        <span role="status" className="set-hint">
          {said?.of === text ? said.words : ""}
        </span>
      </div>
    </div>
  );
}
