/** One of a few short words, all in sight. */
import { Label, RadioButton, RadioField, RadioGroup, Text } from "react-aria-components";

type Props<T extends string> = {
  label: string;
  hint?: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};

export function Segments<T extends string>({ label, hint, options, value, onChange }: Props<T>) {
  return (
    <RadioGroup
      className="set-line segments"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
    >
      <div className="set-words">
        <Label className="set-label">{label}</Label>
        {hint !== undefined && (
          <Text slot="description" className="set-hint">
            {hint}
          </Text>
        )}
      </div>
      <div className="segment-row">
        {options.map((option) => (
          <RadioField key={option.value} value={option.value}>
            <RadioButton className="segment">{option.label}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
