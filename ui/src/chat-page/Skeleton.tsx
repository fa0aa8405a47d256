import { text } from "../messages/en";

/** What stands where ChatKit will be: still, and only when it takes a while. */
export function Skeleton() {
  return (
    <div className="skeleton" role="status" aria-busy="true" aria-label={text.loading}>
      <div className="greeting">
        <i />
        <i />
      </div>
      <div className="field" />
    </div>
  );
}
