/** What a person does about an answer: says what they think of it, and takes back what it changed. */
import type { Dispatch, SetStateAction } from "react";
import { failureOf } from "../../ipc/failure";
import { call } from "../../ipc/host";
import { text } from "../../messages/en";
import { type Conversation, type Feedback, withFeedback, withTakenBack } from "./conversation";
import { ask } from "./requests";

/** Runs something on the thread that is shown. `still` says whether it still is; what fails is shown then. */
export type OnThread = (what: (thread_id: string, still: () => boolean) => Promise<void>) => Promise<void>;

export function useAnswers(
  conversation: Conversation,
  setConversation: Dispatch<SetStateAction<Conversation>>,
  onThread: OnThread,
) {
  const rate = (key: string, item_ids: string[], kind: Feedback) => {
    const before = conversation.feedback[key];
    if (before === kind) return;
    setConversation((now) => withFeedback(now, key, kind));
    void onThread(async (thread_id, still) => {
      try {
        await ask("items.feedback", { thread_id, item_ids, kind });
      } catch (thrown) {
        if (still()) setConversation((now) => withFeedback(now, key, before));
        throw thrown;
      }
    });
  };

  const takeBack = (key: string) =>
    onThread(async (_, still) => {
      const said: string[] = [];
      const say = (back: boolean) => {
        if (still()) setConversation((now) => withTakenBack(now, key, back, said.join(" ")));
      };
      try {
        for (const group of conversation.changes[key]?.groups.toReversed() ?? []) {
          const { summary, stayed } = await call("undo", { group });
          said.push(summary);
          if (stayed.length > 0) said.push(text.stayed(stayed.map(({ title }) => title)));
        }
        say(true);
      } catch (thrown) {
        const { code, message } = failureOf(thrown);
        said.push(message);
        // Where there is nothing to undo, somebody else was quicker.
        say(code === "nothing_to_undo");
      }
    });

  return { rate, takeBack };
}
