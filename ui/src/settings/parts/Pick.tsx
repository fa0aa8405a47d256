/** One of several, in a list that opens. */
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import { Icon } from "../../design/Icon";
import { type Choice, Words } from "./Words";

export function Pick<T extends string>({ label, hint, options, value, onChange }: Choice<T>) {
  return (
    <Select
      className="set-line"
      value={value}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen as T);
      }}
    >
      <Words label={label} hint={hint} />
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
