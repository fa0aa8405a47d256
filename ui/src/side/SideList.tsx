/** The side list: where one can go. It never shouts: a count is a number, late or not. */
import { listColours } from "../design/colours";
import { Icon, type IconName } from "../design/Icon";
import type { Overview } from "../ipc/bindings/Overview";
import { keys, text } from "../messages/en";
import { dropOf } from "../tasks/drag/targets";
import { type Place, placeKey, placeName } from "../tasks/places";
import type { ReactNode } from "react";

type Props = {
  overview: Overview | null;
  place: Place;
  onGo: (place: Place) => void;
  /** Closes the side list where it lies over the list. */
  close?: ReactNode;
};

type RowProps = {
  to: Place;
  lead: ReactNode;
  count?: number | undefined;
  quiet?: boolean;
};

export function SideList({ overview, place, onGo, close }: Props) {
  const here = placeKey(place);
  const colours = listColours(overview);
  const lists = overview?.lists.filter(({ list }) => list.archived_at === null) ?? [];

  const row = ({ to, lead, count, quiet = false }: RowProps) => {
    const name = placeName(to, overview);
    const current = placeKey(to) === here;
    return (
      <button
        key={placeKey(to)}
        type="button"
        className={quiet ? "side-row quiet" : "side-row"}
        data-drop={dropOf(to)}
        aria-current={current ? "page" : undefined}
        aria-label={count ? text.placeWithCount(name, count) : name}
        onClick={() => onGo(to)}
      >
        <span className="lead">{lead}</span>
        <span className="name">{name}</span>
        {/* The blank keeps the words apart that are seen, as they are in what the button is called. */}{" "}
        {count ? <span className="n">{text.number(count)}</span> : null}
      </button>
    );
  };
  const icon = (name: IconName) => <Icon name={name} />;

  return (
    <nav className="col side" aria-label={text.side}>
      <div className="side-scroll">
        <div className="side-top">
          <button
            type="button"
            className="side-row find"
            aria-current={place.kind === "search" ? "page" : undefined}
            onClick={() => onGo({ kind: "search" })}
          >
            <Icon name="search" />
            <span className="name">{text.search}</span>
            <kbd>{keys.search}</kbd>
          </button>
          {close}
        </div>
        {row({ to: { kind: "inbox" }, lead: icon("inbox"), count: overview?.inbox })}
        {row({ to: { kind: "today" }, lead: icon("today"), count: overview?.today })}
        {row({ to: { kind: "upcoming" }, lead: icon("upcoming"), count: overview?.upcoming })}
        {row({ to: { kind: "open" }, lead: icon("all"), count: overview?.open })}
        {((overview?.someday ?? 0) > 0 || place.kind === "someday") &&
          row({ to: { kind: "someday" }, lead: icon("someday"), count: overview?.someday })}
        {lists.length > 0 && (
          <>
            <h2 id="side-lists">{text.lists}</h2>
            <div role="group" aria-labelledby="side-lists">
              {lists.map(({ list, open }) =>
                row({
                  to: { kind: "list", id: list.id },
                  lead: <span className="dot" data-colour={colours.get(list.id)} />,
                  count: open,
                }),
              )}
            </div>
          </>
        )}
        {overview && overview.filters.length > 0 && (
          <>
            <h2 id="side-filters">{text.filters}</h2>
            <div role="group" aria-labelledby="side-filters">
              {overview.filters.map(({ id, query, colour }) =>
                row({
                  to: { kind: "filter", id, query },
                  lead: (
                    <span className="tint" data-colour={colour ?? undefined}>
                      <Icon name="filter" />
                    </span>
                  ),
                }),
              )}
            </div>
          </>
        )}
        {overview && overview.tags.length > 0 && (
          <>
            <h2 id="side-tags">{text.tags}</h2>
            <div className="tags" role="group" aria-labelledby="side-tags">
              {overview.tags.map(({ name, open }) => (
                <button
                  key={name}
                  type="button"
                  data-drop={dropOf({ kind: "tag", name })}
                  aria-current={here === `tag:${name}` ? "page" : undefined}
                  aria-label={text.placeWithCount(text.tag(name), open)}
                  onClick={() => onGo({ kind: "tag", name })}
                >
                  <bdi>{text.tag(name)}</bdi>
                </button>
              ))}
            </div>
          </>
        )}
        <div className="side-last">
          {row({ to: { kind: "completed" }, lead: icon("completed"), quiet: true })}
          {row({ to: { kind: "trash" }, lead: icon("trash"), quiet: true })}
          {row({ to: { kind: "activity" }, lead: icon("history"), quiet: true })}
        </div>
      </div>
      <div className="side-foot">
        <svg className="ring foot" viewBox="0 0 20 20" aria-hidden="true">
          <circle className="track" cx="10" cy="10" r="8" />
          <circle className="body" cx="15.7" cy="4.3" r="3" />
        </svg>
        <span>{text.onThisComputer}</span>
      </div>
    </nav>
  );
}
