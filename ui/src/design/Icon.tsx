/** The icons, on a grid of 16 with a line of 1.4. */
import type { ReactNode } from "react";

const shapes = {
  all: (
    <>
      <path d="M6 4.25h7.5M6 8h7.5M6 11.75h7.5" />
      <g className="f">
        <circle cx="3" cy="4.25" r="1" />
        <circle cx="3" cy="8" r="1" />
        <circle cx="3" cy="11.75" r="1" />
      </g>
    </>
  ),
  at: (
    <>
      <circle cx="8" cy="8" r="2.5" />
      <path d="M10.5 5.5v3.2a1.6 1.6 0 0 0 3.2 0V8a5.7 5.7 0 1 0-2.4 4.65" />
    </>
  ),
  back: (
    <>
      <path d="M12.75 8H3.25M7.2 4l-4 4 4 4" />
    </>
  ),
  bad: (
    <>
      <path d="M5.25 9.5V2.9H3.4a.9.9 0 0 0-.9.9v4.8a.9.9 0 0 0 .9.9zl2.5 4.2a1.4 1.4 0 0 0 1.4-1.4V9.75h3.2a1.3 1.3 0 0 0 1.3-1.55l-.85-4.2a1.3 1.3 0 0 0-1.3-1.1H5.25" />
    </>
  ),
  bell: (
    <>
      <path d="M3.5 11.25h9c-.9-.9-1.25-1.9-1.25-3.5V7a3.25 3.25 0 0 0-6.5 0v.75c0 1.6-.35 2.6-1.25 3.5zM6.75 13.25a1.35 1.35 0 0 0 2.5 0" />
    </>
  ),
  chat: (
    <>
      <path d="M2.5 4.3a1.6 1.6 0 0 1 1.6-1.6h7.8a1.6 1.6 0 0 1 1.6 1.6v5a1.6 1.6 0 0 1-1.6 1.6H7l-3 2.6v-2.6a1.6 1.6 0 0 1-1.5-1.6z" />
    </>
  ),
  check: (
    <>
      <path d="M3.4 8.6l3 3 6.2-7" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.9v3.3l2.1 1.3" />
    </>
  ),
  close: (
    <>
      <path d="M4 4l8 8M12 4l-8 8" />
    </>
  ),
  completed: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5.5 8.2l1.8 1.8 3.3-3.8" />
    </>
  ),
  compose: (
    <>
      <path d="M8.2 3H4.1a1.6 1.6 0 0 0-1.6 1.6v7.3a1.6 1.6 0 0 0 1.6 1.6h7.3a1.6 1.6 0 0 0 1.6-1.6V7.8M6.4 9.6l.4-2 5.4-5.4 1.6 1.6-5.4 5.4z" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.6" />
      <path d="M10.5 3.9a1.4 1.4 0 0 0-1.4-1.4H3.9a1.4 1.4 0 0 0-1.4 1.4v5.2a1.4 1.4 0 0 0 1.4 1.4" />
    </>
  ),
  data: (
    <>
      <ellipse cx="8" cy="4.1" rx="5" ry="1.9" />
      <path d="M3 4.1v7.8c0 1.05 2.24 1.9 5 1.9s5-.85 5-1.9V4.1M3 8c0 1.05 2.24 1.9 5 1.9s5-.85 5-1.9" />
    </>
  ),
  deadline: (
    <>
      <path d="M2.75 8h7.5M7.25 5l3 3-3 3M13.25 3.25v9.5" />
    </>
  ),
  down: (
    <>
      <path d="M3.75 6 8 10.25 12.25 6" />
    </>
  ),
  edit: (
    <>
      <path d="M9.6 4 12 6.4M3 13l.6-3L10.4 3.2a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7L6 12.4z" />
    </>
  ),
  filter: (
    <>
      <path d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />
    </>
  ),
  flag: (
    <>
      <path d="M4 14V2.5M4 3h7.6l-1.6 2.75 1.6 2.75H4" />
    </>
  ),
  good: (
    <>
      <path d="M5.25 6.5v6.6H3.4a.9.9 0 0 1-.9-.9V7.4a.9.9 0 0 1 .9-.9zl2.5-4.2a1.4 1.4 0 0 1 1.4 1.4v2.55h3.2a1.3 1.3 0 0 1 1.3 1.55l-.85 4.2a1.3 1.3 0 0 1-1.3 1.1H5.25" />
    </>
  ),
  history: (
    <>
      <path d="M2.75 8a5.25 5.25 0 1 0 1.6-3.8L2.75 5.75M2.75 2.75v3h3M8 5.25V8l2 1.25" />
    </>
  ),
  inbox: (
    <>
      <path d="M2.5 9.5 4.2 3.5h7.6l1.7 6v2.6a.9.9 0 0 1-.9.9H3.4a.9.9 0 0 1-.9-.9z" />
      <path d="M2.5 9.5h3l.9 1.6h3.2l.9-1.6h3" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.4v3.4M8 5.2v.1" />
    </>
  ),
  keys: (
    <>
      <rect x="1.75" y="4" width="12.5" height="8.25" rx="1.5" />
      <path d="M4.4 6.7h.1M6.8 6.7h.1M9.2 6.7h.1M11.6 6.7h.1M5.2 9.6h5.6" />
    </>
  ),
  look: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path className="f" d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" />
    </>
  ),
  left: (
    <>
      <path d="M10 3.75 5.75 8 10 12.25" />
    </>
  ),
  laptop: (
    <>
      <rect x="3.25" y="3.25" width="9.5" height="6.75" rx="1" />
      <path d="M1.75 12.6h12.5" />
    </>
  ),
  menu: (
    <>
      <path d="M2.5 4.25h11M2.5 8h11M2.5 11.75h11" />
    </>
  ),
  more: (
    <>
      {/* One shape, not three: it stands in every row of the side list. */}
      <path
        className="f"
        d="M2.35 8a1.15 1.15 0 1 0 2.3 0a1.15 1.15 0 1 0-2.3 0M6.85 8a1.15 1.15 0 1 0 2.3 0a1.15 1.15 0 1 0-2.3 0M11.35 8a1.15 1.15 0 1 0 2.3 0a1.15 1.15 0 1 0-2.3 0"
      />
    </>
  ),
  note: (
    <>
      <path d="M3.5 4.25h9M3.5 8h9M3.5 11.75h5.5" />
    </>
  ),
  orbit: (
    <>
      <path d="M13.4 6.2A5.6 5.6 0 1 1 9.7 2.65" />
      <circle className="f" cx="12.3" cy="3.7" r="1.6" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.4" r="2.6" />
      <path d="M2.9 13.5a5.2 5.2 0 0 1 10.2 0" />
    </>
  ),
  plug: (
    <>
      <path d="M6 2.25v3.25M10 2.25v3.25M4.25 5.5h7.5v2a3.75 3.75 0 0 1-7.5 0zM8 11.25v2.5" />
    </>
  ),
  panel: (
    <>
      <rect x="2.5" y="3.25" width="11" height="9.5" rx="1.75" />
      <path d="M9.75 3.25v9.5" />
    </>
  ),
  plus: (
    <>
      <path d="M8 2.75v10.5M2.75 8h10.5" />
    </>
  ),
  repeat: (
    <>
      <path d="M3 7.2a5 5 0 0 1 8.7-2.6L13 6M13 3v3h-3M13 8.8a5 5 0 0 1-8.7 2.6L3 10M3 13v-3h3" />
    </>
  ),
  restore: (
    <>
      <path d="M3.25 6.25h6a3.6 3.6 0 0 1 0 7.2H6M6 3.25l-3 3 3 3" />
    </>
  ),
  right: (
    <>
      <path d="M6 3.75 10.25 8 6 12.25" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="M10.2 10.2l3.3 3.3" />
    </>
  ),
  settings: (
    <>
      <path d="M2.5 5h5.7M12.2 5h1.3M2.5 11h1.3M7.8 11h5.7" />
      <circle cx="10.2" cy="5" r="2" />
      <circle cx="5.8" cy="11" r="2" />
    </>
  ),
  someday: (
    <>
      <path d="M13.2 9.7A5.6 5.6 0 1 1 6.3 2.8a4.4 4.4 0 0 0 6.9 6.9z" />
    </>
  ),
  skip: (
    <>
      <path d="M3.5 4l5.5 4-5.5 4zM12 4v8" />
    </>
  ),
  stop: (
    <>
      <rect className="f" x="4.5" y="4.5" width="7" height="7" rx="1.25" />
    </>
  ),
  tag: (
    <>
      <path d="M2.6 8.2V3.5a.9.9 0 0 1 .9-.9h4.7l5.1 5.1a.9.9 0 0 1 0 1.3l-4.3 4.3a.9.9 0 0 1-1.3 0z" />
      <circle className="f" cx="5.4" cy="5.4" r=".9" />
    </>
  ),
  timer: (
    <>
      <path d="M8 8l2.2-2.2M6.2 1.9h3.6" />
      <circle cx="8" cy="8.6" r="5.1" />
    </>
  ),
  today: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1.75v1.5M8 12.75v1.5M1.75 8h1.5M12.75 8h1.5M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" />
    </>
  ),
  trash: (
    <>
      <path d="M2.9 4.4h10.2M6 4.4V2.9h4v1.5M4.2 4.4l.6 8a1 1 0 0 0 1 .9h4.4a1 1 0 0 0 1-.9l.6-8" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3.25 2.5 6.25l3 3M2.5 6.25h7.2a3.4 3.4 0 0 1 0 6.8H7" />
    </>
  ),
  up: (
    <>
      <path d="M8 13V3.25M4 7.2l4-4 4 4" />
    </>
  ),
  upcoming: (
    <>
      <rect x="2.5" y="3.25" width="11" height="10" rx="1.75" />
      <path d="M2.5 6.5h11M5.5 1.9v2.4M10.5 1.9v2.4" />
    </>
  ),
  update: (
    <>
      <path d="M8 2.75v7.1M4.6 6.6 8 10l3.4-3.4M3 13.25h10" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.6 14.2 13.1H1.8zM8 6.5v3.1M8 11.35v.1" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** Those that point along the line of reading: right to left, they point the other way. */
const pointing: ReadonlySet<IconName> = new Set(["back", "left", "right", "deadline", "restore"]);

/** An icon is never the only name of a thing: what it stands for is said in words beside it or by its button. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg
      className={small ? "ico s" : "ico"}
      viewBox="0 0 16 16"
      aria-hidden="true"
      data-points={pointing.has(name) || undefined}
    >
      {shapes[name]}
    </svg>
  );
}
