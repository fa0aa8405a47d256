/** One of several, in a list that opens. */
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from "react-aria-components";
import { Icon } from "../../design/Icon";

type Props<T extends string> = {
  label: string;
  hint?: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};

export function Pick<T extends string>({ label, hint, options, value, onChange }: Props<T>) {
  return (
    <Select
      className="set-line"
      value={value}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen as T);
      }}
    >
      <div className="set-words">
        <Label className="set-label">{label}</Label>
        {hint !== undefined && (
          <Text slot="description" className="set-hint">
            {hint}
          </Text>
        )}
      </div>
      <Button className="btn pick">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="pop" placement="bottom end">
        <ListBox>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
