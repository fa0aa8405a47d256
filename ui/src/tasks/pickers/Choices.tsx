/** A field that narrows a list of choices down; arrows and Enter choose while one types. */
import { useState, type ReactNode } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from "react-aria-components";
import { Icon, type IconName } from "../../design/Icon";

export type Choice = { id: string; name: string; lead: ReactNode; end?: ReactNode };

type Props = {
  icon: IconName;
  label: string;
  /** What the list of choices is called. */
  listLabel: string;
  /** The choices for what is typed. */
  offer: (typed: string) => readonly Choice[];
  chosen: readonly string[];
  /** `typed` is what stood in the field. */
  onChoose: (id: string, typed: string) => void;
};

export function Choices({ icon, label, listLabel, offer, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState("");
  const offered = offer(typed.trim());
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      {/* A popover opens to be typed into. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField aria-label={label} autoFocus className="words-field">
        <Icon name={icon} />
        <Input placeholder={label} autoComplete="off" spellCheck="false" />
      </TextField>
      <ListBox
        aria-label={listLabel}
        selectionMode="none"
        onAction={(key) => {
          onChoose(String(key), typed.trim());
          setTyped("");
        }}
      >
        {offered.map(({ id, name, lead, end }) => (
          <ListBoxItem
            key={id}
            id={id}
            textValue={name}
            className={chosen.includes(id) ? "on" : ""}
            aria-label={chosen.includes(id) ? `${name}, ✓` : name}
          >
            {lead}
            <span className="name">{name}</span>
            {end}
            {chosen.includes(id) && (
              <span className="tick">
                <Icon name="check" small />
              </span>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

/** Whether a name has what was typed: all words of it, each at the beginning of a word. */
export function fits(name: string, typed: string): boolean {
  const words = name.toLowerCase().split(/[\s/_-]+/u);
  const wanted = typed.toLowerCase().split(/\s+/u);
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}
