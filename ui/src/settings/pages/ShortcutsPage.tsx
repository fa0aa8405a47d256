/** The keys: those that open quick add from anywhere, and all of the window. */
import { type CommandId, commandIds, commands, groups } from "../../keys/commands";
import { shownKeys } from "../../keys/shown";
import { commandText } from "../../messages/commands";
import { keyText } from "../../messages/keys";
import { Section } from "../parts/Section";
import { QuickAddKeys } from "../shortcut/QuickAddKeys";

function keysOf(id: CommandId): string {
  const all = commands[id].keys.map(shownKeys);
  return all.length === 0 ? "" : all.reduce((one, other) => keyText.or(one, other));
}

export function ShortcutsPage() {
  return (
    <>
      <QuickAddKeys />
      {groups.map((group) => (
        <Section key={group} title={commandText.groups[group]}>
          <dl className="facts-table">
            {commandIds
              .filter((id) => commands[id].group === group && commands[id].keys.length > 0)
              .map((id) => (
                <div key={id}>
                  <dt>{commandText.titles[id]}</dt>
                  <dd>{keysOf(id)}</dd>
                </div>
              ))}
          </dl>
        </Section>
      ))}
    </>
  );
}
