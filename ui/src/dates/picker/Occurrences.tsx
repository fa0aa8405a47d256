/** Of a task that repeats: whether the next occurrence alone moves, or those that follow with it. */
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { pickerText } from "../../messages/pickers";

type Props = { following: boolean; onChange: (following: boolean) => void };

export function Occurrences({ following, onChange }: Props) {
  return (
    <ToggleButtonGroup
      className="which"
      aria-label={pickerText.whichOnes}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[following ? "following" : "this"]}
      onSelectionChange={(keys) => onChange(keys.has("following"))}
    >
      <ToggleButton id="this" className="chip">
        {pickerText.onlyThis}
      </ToggleButton>
      <ToggleButton id="following" className="chip">
        {pickerText.following}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
