/** Emptying the trash from anywhere, by its command, after the question that the trash asks. */
import { useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { useCommand } from "../keys/registry";
import { commandText } from "../messages/commands";
import { text } from "../messages/en";
import { settingsText } from "../messages/settings";
import { EmptyTrashQuestion } from "../tasks/EmptyTrashQuestion";
import type { Actions } from "../tasks/useActions";

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
  return (
    <ModalOverlay className="scrim middle" isDismissable isOpen={asked} onOpenChange={setAsked}>
      <Modal className="pop float question">
        <Dialog role="alertdialog" aria-label={commandText.titles.empty_trash}>
          <EmptyTrashQuestion
            count={count}
            onAnswer={(agreed) => {
              setAsked(false);
              if (agreed) void empty();
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
