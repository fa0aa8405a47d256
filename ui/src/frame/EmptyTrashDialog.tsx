/** The question before the trash is emptied, over the window. */
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { commandText } from "../messages/commands";
import { EmptyTrashQuestion } from "../tasks/EmptyTrashQuestion";

type Props = { count: number; onAnswer: (agreed: boolean) => void };

export function EmptyTrashDialog({ count, onAnswer }: Props) {
  return (
    <ModalOverlay
      className="scrim middle"
      isDismissable
      isOpen
      onOpenChange={(open) => {
        if (!open) onAnswer(false);
      }}
    >
      <Modal className="pop float question">
        <Dialog role="alertdialog" aria-label={commandText.titles.empty_trash}>
          <EmptyTrashQuestion count={count} onAnswer={onAnswer} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
