/** Links of the form `chatkit-link://…` in an answer. */

/** The task, list or tag that a link names, by its name itself or by `entity` in its data. */
export function entityOf({ name, data }: { name: string; data?: Record<string, unknown> }): string | null {
  const named = [name, data?.["entity"]].find(
    (id) => typeof id === "string" && /^(task|list|tag):.{1,190}$/u.test(id),
  );
  return typeof named === "string" ? named : null;
}
