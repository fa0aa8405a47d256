/** What the keys do now. */
import { quickAddText } from "../messages/quickAdd";

const text = quickAddText.hints;
const isMac = navigator.platform.startsWith("Mac");

export type HintsOf =
  { kind: "names"; words: string } | { kind: "day" | "link" | "draft" | "typing" | "parts" };

export function Hints({ of, said }: { of: HintsOf; said: string }) {
  return (
    <div className="hints">
      {hints(of).map(([keys, does]) => (
        <span key={does}>
          <b>{keys}</b>
          {does}
        </span>
      ))}
      <span role="status" className="said end">
        {said}
      </span>
    </div>
  );
}

function hints(of: HintsOf): [keys: string, does: string][] {
  switch (of.kind) {
    case "names":
      return [
        [text.arrows, text.choose],
        [text.tab, text.take],
        [text.escape, text.asWords(of.words)],
      ];
    case "day":
      return [
        [text.dayArrows, text.choose],
        [text.enter, text.take],
        [text.escape, text.back],
      ];
    case "link":
      return [
        [text.enter, text.add],
        [text.escape, text.leave],
      ];
    case "draft":
      return [
        [text.enter, text.save],
        [isMac ? text.clearMacKeys : text.clearKeys, text.clear],
        [text.escape, text.keep],
      ];
    case "typing":
    case "parts":
      return [
        [text.enter, text.save],
        [text.shiftEnter, text.saveMore],
        of.kind === "parts" ? [text.tab, text.reach] : [isMac ? text.dayMacKeys : text.dayKeys, text.day],
        [text.escape, text.keep],
      ];
  }
}
