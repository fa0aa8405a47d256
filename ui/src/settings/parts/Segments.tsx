/** One of a few short words, all in sight. */
import { RadioButton, RadioField, RadioGroup } from "react-aria-components";
import { type Choice, Words } from "./Words";

export function Segments<T extends string>({ label, hint, options, value, onChange }: Choice<T>) {
  return (
    <RadioGroup
      className="set-line segments"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
    >
      <Words label={label} hint={hint} />
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
