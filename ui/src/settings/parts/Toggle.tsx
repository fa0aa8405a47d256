/** Something that is on or off. */
import { SwitchButton, SwitchField, Text } from "react-aria-components";

type Props = {
  label: string;
  hint?: string;
  on: boolean;
  /** It can't be changed now. */
  disabled?: boolean;
  onChange: (on: boolean) => void;
};

export function Toggle({ label, hint, on, disabled = false, onChange }: Props) {
  return (
    <SwitchField className="toggle" isSelected={on} isDisabled={disabled} onChange={onChange}>
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
