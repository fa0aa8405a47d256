/** What a setting is called, and what there is to know of it. */
import { Label, Text } from "react-aria-components";

export function Words({ label, hint }: { label: string; hint: string | undefined }) {
  return (
    <div className="set-words">
      <Label className="set-label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="set-hint">
          {hint}
        </Text>
      )}
    </div>
  );
}

/** What a setting that is one of several is made of. */
export type Choice<T extends string> = {
  label: string;
  hint?: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};
