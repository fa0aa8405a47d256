/** Whether nobody has put anything into this profile yet. */
import { call } from "../ipc/host";

/** The quickest question first: a profile with tasks is known by its first. */
export async function isNew(): Promise<boolean> {
  for (const kind of ["open", "someday", "completed", "trash"] as const) {
    const { first } = await call("view", { view: { kind } });
    if (first.length > 0) return false;
  }
  return (await call("overview")).lists.length === 0;
}
