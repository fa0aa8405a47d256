/** Something that is on or off. */
import { SwitchButton, SwitchField, Text } from "react-aria-components";

type Props = { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void };

export function Toggle({ label, hint, on, onChange }: Props) {
  return (
    <SwitchField className="toggle" isSelected={on} onChange={onChange}>
      <SwitchButton className="set-line">
        <span className="set-words set-label">{label}</span>
        <span className="track" aria-hidden="true">
          <span className="knob" />
        </span>
      </SwitchButton>
      {hint !== undefined && (
        <Text slot="description" className="set-hint">
          {hint}
        </Text>
      )}
    </SwitchField>
  );
}
