/** The command that takes everything overdue to today, at the times of day that it has, as one deed. */
import { type CivilDate } from "../dates/civil";
import type { Overview } from "../ipc/bindings/Overview";
import { call } from "../ipc/host";
import { useCommandTable } from "../keys/registry";
import { overdueText } from "../messages/overdue";
import { Ids } from "./ids";
import type { Actions } from "./useActions";

/** Rows asked for in one call. */
const BATCH = 500;

/** The open tasks that are overdue; the view has those too that were done today. */
async function overdueIds(): Promise<string[]> {
  const ids = new Ids(await call("view_ids", { view: { kind: "overdue" } }));
  const open: string[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await call("rows", { ids: [...ids.slice(from, from + BATCH)] });
    open.push(...rows.filter(({ completed_at }) => completed_at === null).map(({ id }) => id));
  }
  return open;
}

export function useOverdueToToday(
  overview: Overview | null,
  today: CivilDate,
  actions: Pick<Actions, "edit" | "say">,
): void {
  const run = async () => {
    const ids = await overdueIds().catch(() => null);
    if (ids === null) actions.say(overdueText.unread);
    else if (ids.length > 0)
      await actions.edit(ids, { due: today, keep_time: true }, ({ tasks }) =>
        overdueText.moved(tasks.length),
      );
  };
  useCommandTable({ overdue_to_today: (overview?.overdue ?? 0) > 0 ? () => void run() : null });
}
