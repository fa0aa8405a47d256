/** Which thread is shown, kept the same on both ways. */
import { failureOf } from "../../ipc/failure";
import { call } from "../../ipc/host";
import { remember, remembered, type Remembered } from "../../storage/remember";
import { ask } from "../panel/requests";
import type { ChatKitShowing } from "./showing";

type Api = ChatKitShowing["api"];

/** The threads of hosted ChatKit are not ours, and are remembered apart. */
function name(api: Api): Remembered {
  return api === "device" ? "chat.thread" : "chat.hosted_thread";
}

export function rememberThread(api: Api, thread: string | null): void {
  remember(name(api), thread);
}

/** The thread to begin with: the last one shown, should it still be there. */
export async function threadToShow(api: Api): Promise<string | null> {
  const last = remembered(name(api));
  if (last === null || api === "hosted") return last;
  try {
    await ask("threads.get_by_id", { thread_id: last });
    return last;
  } catch (thrown) {
    if (failureOf(thrown).code !== "not_found") return last;
    rememberThread(api, null);
    return null;
  }
}

/**
 * After ChatKit went in the middle of an answer, which goes on without it: waits for its end, and opens its thread
 * where there is more to see than before. `cut` says that an answer was under way, perhaps in a thread so new that
 * nobody has heard of it.
 */
export async function showWhole(
  cut: boolean,
  shown: () => string | null,
  open: (thread: string) => void,
): Promise<void> {
  let thread = remembered("chat.thread");
  if (thread === null && cut) {
    const { data } = await ask("threads.list", { limit: 1, order: "desc" });
    thread = data[0]?.id ?? null;
    if (thread !== null && shown() === null) open(thread);
  }
  if (thread === null) return;
  const waited = await call("chat_settled", { thread });
  if (waited && shown() === thread) open(thread);
}
