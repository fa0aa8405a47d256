/** The names to choose from; the field keeps the keyboard. */
import { colourInTurn } from "../design/colours";
import { Icon } from "../design/Icon";
import { shownKeys } from "../keys/shown";
import { quickAddText as text } from "../messages/quickAdd";
import type { Naming } from "./naming";
import type { Names } from "./useNames";

type Props = {
  id: string;
  naming: Naming;
  names: Names;
  /** Which one is about to be taken. */
  chosen: number;
  onChoose: (place: number) => void;
  onTake: (name: string) => void;
};

/** All that can be taken, in the order of the list. */
export function choices({ offered, fresh }: Names): string[] {
  const names = offered.map(({ name }) => name);
  return fresh === null ? names : [...names, fresh];
}

export const optionId = (id: string, place: number) => `${id}-${String(place)}`;

export function NameList({ id, naming, names, chosen, onChoose, onTake }: Props) {
  const list = naming.kind === "list";
  const option = (place: number, name: string) => ({
    id: optionId(id, place),
    type: "button" as const,
    role: "option",
    tabIndex: -1,
    "aria-selected": place === chosen,
    className: "name",
    onMouseMove: () => onChoose(place),
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => onTake(name),
  });
  return (
    <div id={id} role="listbox" aria-label={list ? text.lists : text.tags} className="names">
      {names.offered.map(({ name, colour, nth }, place) => (
        <button key={name} {...option(place, name)}>
          {list ? <span className="dot" data-colour={colour ?? colourInTurn(nth)} /> : <Icon name="tag" />}
          <Fitting name={name} letters={naming.letters} />
          {place === chosen && <kbd aria-hidden="true">{shownKeys("Tab")}</kbd>}
        </button>
      ))}
      {names.fresh !== null && (
        <button key="" {...option(names.offered.length, names.fresh)}>
          <Icon name="plus" />
          <bdi className="grow">{list ? text.newList(names.fresh) : text.newTag(names.fresh)}</bdi>
          {chosen === names.offered.length && <kbd aria-hidden="true">{shownKeys("Tab")}</kbd>}
        </button>
      )}
    </div>
  );
}

/** A name with the letters that fit in it. */
function Fitting({ name, letters }: { name: string; letters: string }) {
  const lower = name.toLowerCase();
  const wanted = letters.toLowerCase();
  const at = lower.length === name.length && wanted !== "" ? lower.indexOf(wanted) : -1;
  if (at < 0) return <bdi className="grow">{name}</bdi>;
  return (
    <bdi className="grow">
      {name.slice(0, at)}
      <b>{name.slice(at, at + wanted.length)}</b>
      {name.slice(at + wanted.length)}
    </bdi>
  );
}
