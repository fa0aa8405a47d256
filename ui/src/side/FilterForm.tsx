/** A saved filter, new or there already: its name, its query with what is wrong in it, its colour. */
import { type SyntheticEvent, useId, useRef, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Icon } from "../design/Icon";
import type { Colour } from "../ipc/bindings/Colour";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { text } from "../messages/en";
import { sideText } from "../messages/side";
import { useUnsaved } from "../updates/unsaved";
import type { FilterPlace } from "../tasks/places";
import type { FilterDraft } from "./editing";
import { Swatches } from "./Swatches";
import { useFits } from "./useFits";

type Props = {
  draft: FilterDraft;
  onClose: () => void;
  /** It is kept: what to say, the group that takes it back, and where a new one is. */
  onSaved: (message: string, group: string | null, added: FilterPlace | null) => void;
};

export function FilterForm({ draft, onClose, onSaved }: Props) {
  const before = draft.filter ?? { ...draft, colour: null };
  const [name, setName] = useState(before.name);
  const [query, setQuery] = useState(before.query);
  const [colour, setColour] = useState<Colour | null>(before.colour);
  const [refused, setRefused] = useState<string | null>(null);
  const busy = useRef(false);
  const queryField = useRef<HTMLInputElement>(null);
  const [nameId, queryId, saidId] = [useId(), useId(), useId()];
  const fits = useFits(query.trim());
  const wrong = fits?.refused ?? null;

  useUnsaved("filter", name !== before.name || query !== before.query);

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const [named, asked] = [name.trim(), query.trim()];
    if (named === "" || asked === "") {
      setRefused(named === "" ? sideText.nameNeeded : sideText.queryNeeded);
      document.getElementById(named === "" ? nameId : queryId)?.focus();
      return;
    }
    if (busy.current) return;
    busy.current = true;
    try {
      if (draft.filter) {
        const patch = { name: named, query: asked, colour };
        const { group } = await call("edit_filter", { id: draft.filter.id, patch });
        onSaved(sideText.filterSaved(named), group, null);
      } else {
        const id = await call("add_filter", { name: named, query: asked, colour });
        onSaved(sideText.filterSaved(named), null, { kind: "filter", id, query: asked });
      }
    } catch (thrown) {
      setRefused(failureOf(thrown).message);
      document.getElementById(wrong === null ? nameId : queryId)?.focus();
    } finally {
      busy.current = false;
    }
  };
  const add = (example: string) => {
    setQuery((now) => (now.trim() === "" ? example : `${now.trimEnd()} & ${example}`));
    setRefused(null);
    queryField.current?.focus();
  };

  return (
    <ModalOverlay className="scrim middle" isDismissable isOpen onOpenChange={onClose}>
      <Modal className="pop filter-form">
        <Dialog>
          <form onSubmit={(event) => void save(event)} noValidate>
            <div className="sheet-head">
              <Heading slot="title">{draft.filter ? sideText.editFilter : sideText.addFilter}</Heading>
              <Button slot="close" className="ib" aria-label={text.close}>
                <Icon name="close" />
              </Button>
            </div>
            <label htmlFor={nameId}>{sideText.filterName}</label>
            <input
              id={nameId}
              // A dialog opens to be typed into.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              className="box"
              autoComplete="off"
              value={name}
              onChange={(event) => {
                setName(event.target.value);
                setRefused(null);
              }}
            />
            <label htmlFor={queryId}>{sideText.filterQuery}</label>
            <input
              ref={queryField}
              id={queryId}
              className="box"
              autoComplete="off"
              spellCheck={false}
              placeholder={sideText.filterExample}
              aria-invalid={wrong !== null}
              aria-describedby={saidId}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setRefused(null);
              }}
            />
            <p id={saidId} role="status" className={wrong === null ? "said" : "said wrong"}>
              {wrong !== null && <Icon name="warn" small />}
              {wrong ?? (fits?.refused === null ? sideText.filterFits(fits.count, fits.more) : "")}
            </p>
            <Swatches label={sideText.colour} value={colour} onChange={setColour} />
            {refused !== null && (
              <p role="alert" className="said wrong">
                <Icon name="warn" small />
                {refused}
              </p>
            )}
            <div className="acts">
              <button type="submit" className="btn soft">
                {sideText.save}
              </button>
              <button type="button" className="btn" onClick={onClose}>
                {text.cancel}
              </button>
            </div>
            <details>
              <summary>{sideText.language}</summary>
              <p>
                {sideText.operators} {sideText.languageHint}
              </p>
              <ul>
                {sideText.examples().map(([example, means]) => (
                  <li key={example}>
                    <button type="button" className="chip set" onClick={() => add(example)}>
                      <bdi>{example}</bdi>
                    </button>
                    <span>{means}</span>
                  </li>
                ))}
              </ul>
            </details>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
