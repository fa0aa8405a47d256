/** The ring: a checkbox, progress, an orbit. Drawn in a box of 20 units, radius 8.25. */
import type { Priority } from "../ipc/bindings/Priority";

const RADIUS = 8.25;

/** A task's ring: open in the colour of its priority, or closed; as far along as its subtasks, `share` from 0 to 1. */
export function TaskRing({
  priority = "p4",
  done = false,
  share = 0,
}: {
  priority?: Priority;
  done?: boolean;
  share?: number;
}) {
  return (
    <svg
      className={`ring task ${priority}`}
      data-done={done || undefined}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <circle className="track" cx="10" cy="10" r={RADIUS} />
      {share > 0 && !done && (
        <circle
          className="arc"
          cx="10"
          cy="10"
          r={RADIUS}
          pathLength="100"
          strokeDasharray={`${Math.min(1, share) * 100} 100`}
          transform="rotate(-90 10 10)"
        />
      )}
      <circle className="full" cx="10" cy="10" r={RADIUS} />
      <path className="tick" d="M6.4 10.3l2.4 2.4 4.8-5.3" />
    </svg>
  );
}

/** How far along something is, `share` from 0 to 1; large rings carry the satellite. */
export function ProgressRing({
  share,
  satellite = false,
  className = "",
}: {
  share: number;
  satellite?: boolean;
  className?: string;
}) {
  const part = Math.min(1, Math.max(0, share));
  const angle = 2 * Math.PI * part - Math.PI / 2;
  return (
    <svg className={`ring part ${className}`} viewBox="0 0 20 20" aria-hidden="true">
      <circle className="track" cx="10" cy="10" r={RADIUS} />
      {part > 0 && (
        <circle
          className="arc"
          cx="10"
          cy="10"
          r={RADIUS}
          pathLength="100"
          strokeDasharray={`${part * 100} 100`}
          transform="rotate(-90 10 10)"
        />
      )}
      {satellite && (
        <circle
          className="sat"
          cx={10 + RADIUS * Math.cos(angle)}
          cy={10 + RADIUS * Math.sin(angle)}
          r="2.1"
        />
      )}
    </svg>
  );
}
