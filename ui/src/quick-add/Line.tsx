/** The field: as many lines as the words need, with what was understood tinted in them. */
import { type ComponentProps, type Ref } from "react";
import { pieces } from "../add/refused";
import type { Span } from "../ipc/bindings/Span";

type Props = ComponentProps<"textarea"> & {
  ref: Ref<HTMLTextAreaElement>;
  value: string;
  spans: readonly Span[];
};

/** The words are drawn behind the field, which is see-through: a field alone has one colour for all of them. */
export function Line({ ref, value, spans, ...field }: Props) {
  return (
    <div className="words">
      <div className="mirror" aria-hidden="true">
        {pieces(value, spans).map((piece, place) => (
          <span key={place} className={piece.span ? classOf(piece.span) : undefined}>
            {piece.text}
          </span>
        ))}
        {/* So that a last blank has room. */}
        {"\u200b"}
      </div>
      <textarea ref={ref} rows={1} value={value} autoComplete="off" spellCheck={false} {...field} />
    </div>
  );
}

function classOf({ kind, confidence }: Span): string {
  if (kind === "notes") return "aside";
  if (kind === "literal") return "";
  return confidence === "likely" ? "tok likely" : "tok";
}
