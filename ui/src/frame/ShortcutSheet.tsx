/** The sheet of shortcuts, made from the table of commands. Opened and closed by "?". */
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Icon } from "../design/Icon";
import { shownAccelerator } from "../keys/accelerator";
import { type CommandId, type Group } from "../keys/commands";
import { sheet } from "../keys/sheet";
import { keysTogether } from "../keys/together";
import { commandText } from "../messages/commands";
import { text } from "../messages/en";
import { useSettings } from "../settings/useSettings";
import { SingleKeys } from "./SingleKeys";

type Row = readonly [what: string, keys: string];

/** A row as it is shown; where one of its commands has no key now, each of the others by itself. */
function rowsOf(label: string, of: readonly CommandId[], letters: boolean): Row[] {
  const together = keysTogether(of, letters);
  if (together !== "") return [[label, together]];
  return of.flatMap((id): Row[] => {
    const keys = keysTogether([id], letters);
    return keys === "" ? [] : [[commandText.titles[id], keys]];
  });
}

export function ShortcutSheet({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { settings } = useSettings();
  const letters = settings.general.single_keys;
  const { shortcut } = settings.quick_add;
  const part = (group: Group, first: readonly Row[] = []) => {
    const rows = [
      ...first,
      ...sheet[group].flatMap(({ name, of }) => rowsOf(commandText.rows[name], of, letters)),
    ];
    return (
      rows.length > 0 && (
        <section key={group}>
          <h3>{commandText.groups[group]}</h3>
          <dl>
            {rows.map(([what, keys]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{keys}</dd>
              </div>
            ))}
          </dl>
        </section>
      )
    );
  };
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
            <div>
              {part(
                "anywhere",
                shortcut === null ? [] : [[commandText.quickAdd, shownAccelerator(shortcut)]],
              )}
              {part("go")}
            </div>
            <div>{part("list")}</div>
            <div>{part("task")}</div>
          </div>
          <SingleKeys />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
