/** All lists, those that are archived too: made, renamed, archived, deleted. */
import { useState } from "react";
import { Ask } from "../../chat/setup/Ask";
import { useToday } from "../../dates/useToday";
import { listColours } from "../../design/colours";
import type { Colour } from "../../ipc/bindings/Colour";
import type { ListCount } from "../../ipc/bindings/ListCount";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { useOverview } from "../../tasks/useOverview";
import { Section } from "../parts/Section";
import { useAttempt } from "../useGroup";

export function ListsPage() {
  const overview = useOverview(useToday());
  const attempt = useAttempt();
  if (overview === null) return null;
  const colours = listColours(overview);
  const open = overview.lists.filter(({ list }) => list.archived_at === null);
  const archived = overview.lists.filter(({ list }) => list.archived_at !== null);
  const rows = (lists: readonly ListCount[]) => (
    <ul className="set-list">
      {lists.map((each) => (
        <ListLine key={each.list.id} of={each} colour={colours.get(each.list.id)} />
      ))}
    </ul>
  );
  return (
    <>
      <Section>
        {overview.lists.length === 0 && <p>{say.noLists}</p>}
        {rows(open)}
        <NameForm
          label={say.newList}
          name=""
          agree={say.addList}
          onName={(name) => void attempt(() => call("add_list", { name, colour: null }))}
        />
      </Section>
      {archived.length > 0 && <Section title={say.archived}>{rows(archived)}</Section>}
    </>
  );
}

function ListLine({ of: { list, open }, colour }: { of: ListCount; colour: Colour | undefined }) {
  const [doing, setDoing] = useState<"rename" | "delete" | null>(null);
  const attempt = useAttempt();
  const { id, name } = list;
  const archived = list.archived_at !== null;
  const edit = (patch: { name?: string; archived?: boolean }) =>
    void attempt(() => call("edit_list", { id, patch }));
  if (doing === "rename") {
    return (
      <li>
        <NameForm
          label={say.renameList(name)}
          name={name}
          agree={say.save}
          onName={(next) => {
            if (next !== name) edit({ name: next });
            setDoing(null);
          }}
          onRefuse={() => setDoing(null)}
        />
      </li>
    );
  }
  return (
    <li>
      <span className="dot" data-colour={colour} />
      <span className="name">
        <bdi>{name}</bdi>
      </span>
      <span className="set-hint">{say.openTasks(open)}</span>
      <button
        type="button"
        className="btn"
        aria-label={say.renameList(name)}
        onClick={() => setDoing("rename")}
      >
        {say.rename}
      </button>
      <button
        type="button"
        className="btn"
        aria-label={archived ? say.unarchiveList(name) : say.archiveList(name)}
        onClick={() => edit({ archived: !archived })}
      >
        {archived ? say.unarchive : say.archive}
      </button>
      <button
        type="button"
        className="btn danger"
        aria-label={say.deleteList(name)}
        onClick={() => setDoing("delete")}
      >
        {say.delete}
      </button>
      {doing === "delete" && (
        <Ask
          label={say.deleteList(name)}
          agree={say.delete}
          refuse={say.keepIt}
          danger
          onAnswer={(agreed) => {
            setDoing(null);
            if (agreed) void attempt(() => call("delete_list", { id }));
          }}
        >
          <p>{say.deleteListQuestion(open, name)}</p>
        </Ask>
      )}
    </li>
  );
}

type NameFormProps = {
  label: string;
  name: string;
  agree: string;
  onName: (name: string) => void;
  onRefuse?: () => void;
};

function NameForm({ label, name, agree, onName, onRefuse }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  return (
    // Escape refuses from wherever in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="name-form labelled"
      onSubmit={(event) => {
        event.preventDefault();
        const trimmed = typed.trim();
        if (trimmed === "") return;
        onName(trimmed);
        setTyped(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !onRefuse) return;
        event.preventDefault();
        event.stopPropagation();
        onRefuse();
      }}
    >
      <input
        aria-label={label}
        placeholder={label}
        value={typed}
        // The person has just asked for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={onRefuse !== undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="btn soft" aria-disabled={typed.trim() === ""}>
        {agree}
      </button>
    </form>
  );
}
