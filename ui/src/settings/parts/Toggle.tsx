/** Something that is on or off. */
import { useId } from "react";
import { Switch } from "react-aria-components";

type Props = { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void };

export function Toggle({ label, hint, on, onChange }: Props) {
  const id = useId();
  return (
    <Switch
      className="set-line toggle"
      isSelected={on}
      onChange={onChange}
      aria-label={label}
      aria-describedby={hint === undefined ? undefined : id}
    >
      <span className="set-words">
        <span className="set-label">{label}</span>
        {hint !== undefined && (
          <span id={id} className="set-hint">
            {hint}
          </span>
        )}
      </span>
      <span className="track" aria-hidden="true">
        <span className="knob" />
      </span>
    </Switch>
  );
}
