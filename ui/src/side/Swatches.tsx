/** The colours to choose from, in a row. */
import { useId } from "react";
import type { Colour } from "../ipc/bindings/Colour";
import { colourNames } from "../messages/colours";
import { sideText } from "../messages/side";

type Props = { label: string; value: Colour | null; onChange: (value: Colour | null) => void };

const choices: readonly (Colour | null)[] = [null, ...(Object.keys(colourNames) as Colour[])];

export function Swatches({ label, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className="swatches">
      <legend>{label}</legend>
      <div>
        {choices.map((colour) => {
          const called = colour === null ? sideText.ownColour : colourNames[colour];
          return (
            <label key={called} title={called}>
              <input
                type="radio"
                name={name}
                aria-label={called}
                checked={value === colour}
                onChange={() => onChange(colour)}
              />
              <span className={colour === null ? "dot none" : "dot"} data-colour={colour ?? undefined} />
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
