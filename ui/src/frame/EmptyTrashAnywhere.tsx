/** Emptying the trash from anywhere, by its command, after the question that the trash asks. */
import { useState } from "react";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { useCommand } from "../keys/registry";
import { file } from "../load/file";
import { part } from "../load/part";
import { text } from "../messages/en";
import { settingsText } from "../messages/settings";
import type { Actions } from "../tasks/useActions";

const EmptyTrashDialog = part(
  file(() => import("./EmptyTrashDialog")),
  (dialog) => dialog.EmptyTrashDialog,
  { opens: true },
);

export function EmptyTrashAnywhere({ say }: Pick<Actions, "say">) {
  const [count, setCount] = useState(0);
  const [asked, setAsked] = useState(false);
  const attempt = async (run: () => Promise<void>) => {
    try {
      await run();
    } catch (thrown) {
      say(failureOf(thrown).message);
    }
  };
  const look = () =>
    attempt(async () => {
      const { trash } = await call("data");
      setCount(trash);
      if (trash === 0) say(text.emptyTrash);
      else setAsked(true);
    });
  const empty = () => attempt(async () => say(settingsText.emptied(await call("empty_trash"))));
  useCommand("empty_trash", () => void look());
  if (!asked) return null;
  return (
    <EmptyTrashDialog
      count={count}
      onAnswer={(agreed) => {
        setAsked(false);
        if (agreed) void empty();
      }}
    />
  );
}
