/** What the keys do now. */
import { shownKeys } from "../keys/shown";
import { quickAddText } from "../messages/quickAdd";

const text = quickAddText.hints;

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
        [`${shownKeys("ArrowUp")} ${shownKeys("ArrowDown")}`, text.choose],
        [shownKeys("Tab"), text.take],
        [shownKeys("Escape"), text.asWords(of.words)],
      ];
    case "day":
      return [
        [["Left", "Up", "Down", "Right"].map((way) => shownKeys(`Arrow${way}`)).join(" "), text.choose],
        [shownKeys("Enter"), text.take],
        [shownKeys("Escape"), text.back],
      ];
    case "link":
      return [
        [shownKeys("Enter"), text.add],
        [shownKeys("Escape"), text.leave],
      ];
    case "draft":
      return [
        [shownKeys("Enter"), text.save],
        [shownKeys("Mod+Backspace"), text.clear],
        [shownKeys("Escape"), text.keep],
      ];
    case "typing":
    case "parts":
      return [
        [shownKeys("Enter"), text.save],
        [shownKeys("Shift+Enter"), text.saveMore],
        of.kind === "parts" ? [shownKeys("Tab"), text.reach] : [shownKeys("Mod+d"), text.day],
        [shownKeys("Escape"), text.keep],
      ];
  }
}
