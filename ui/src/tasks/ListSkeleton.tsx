import { TaskRing } from "../design/Ring";
import { text } from "../messages/en";

/** Rows that are on their way: still, and only when they take a while. */
export function ListSkeleton() {
  return (
    <div className="list" aria-busy="true" role="status" aria-label={text.loading}>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="sk">
          <TaskRing />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
