import type { CivilDate } from "../dates/civil";
import { Icon } from "../design/Icon";
import type { Colour } from "../ipc/bindings/Colour";
import type { Span } from "../ipc/bindings/Span";
import { text } from "../messages/en";
import { chipOf } from "./chips";

type Props = {
  span: Span;
  /** The piece of the text. */
  typed: string;
  today: CivilDate;
  /** The colour of a list with this name; null for a list that is yet to be made. */
  colourOf: (list: string) => Colour | null;
  onRefuse: () => void;
  /** The keyboard is on it, or no longer. */
  onFocus?: (focused: boolean) => void;
};

/** A recognised piece, spelled out; a click makes it words of the title again. */
export function SpanChip({ span, typed, today, colourOf, onRefuse, onFocus }: Props) {
  const chip = chipOf(span, today);
  if (!chip) return null;
  const likely = span.confidence === "likely";
  return (
    <button
      type="button"
      className={likely ? "chip set likely" : "chip set"}
      aria-label={text.refuse(likely ? text.perhaps(chip.meaning) : chip.meaning, typed)}
      title={span.kind === "notes" ? text.keepNotesAsWords : text.keepAsWords(typed)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRefuse}
      onFocus={() => onFocus?.(true)}
      onBlur={() => onFocus?.(false)}
    >
      {chip.mark === "dot" ? (
        <span className="dot" data-colour={(span.kind === "list" && colourOf(span.name)) || "grey"} />
      ) : (
        <Icon name={chip.mark} />
      )}
      <bdi className="said">{chip.words}</bdi>
      <span className="x">
        <Icon name="close" />
      </span>
    </button>
  );
}
