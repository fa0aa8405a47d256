import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Icon } from "../design/Icon";
import { keyName, text } from "../messages/en";

/** The keys that exist. Opened and closed by "?". */
export function ShortcutSheet({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <ModalOverlay className="scrim middle" isDismissable isOpen={open} onOpenChange={onOpenChange}>
      <Modal className="pop sheet">
        <Dialog>
          <div className="sheet-head">
            <Heading slot="title">{text.shortcuts}</Heading>
            <Button slot="close" className="ib" aria-label={text.close}>
              <Icon name="close" />
            </Button>
          </div>
          <div className="keys">
            {text.sheet.map((part) => (
              <section key={part.title}>
                <h3>{part.title}</h3>
                <dl>
                  {part.keys.map(([what, key]) => (
                    <div key={what}>
                      <dt>{what}</dt>
                      <dd>{keyName(key)}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
