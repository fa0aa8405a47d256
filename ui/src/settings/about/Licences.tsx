/** The packages of others that the app is made of, with the texts of their licences. */
import { useId, useState } from "react";
import type { Licences as All } from "../../../scripts/licences/package";
import { settingsText as say } from "../../messages/settings";
import { Line, Section } from "../parts/Section";
import { useAttempt } from "../useGroup";

type Package = All["packages"][number];

export function Licences() {
  const [all, setAll] = useState<All | null>(null);
  const attempt = useAttempt();
  const load = async () => {
    // They are long, and few look at them: a file of their own.
    const loaded = await attempt(() => import("virtual:licences"));
    if (loaded !== null) setAll(loaded.default);
  };
  return (
    <Section title={say.licences}>
      <Line label={say.licencesOwn}>
        {all === null && (
          <button type="button" className="btn soft" onClick={() => void load()}>
            {say.showLicences}
          </button>
        )}
      </Line>
      {all !== null && <Packages all={all} />}
    </Section>
  );
}

function Packages({ all: { packages, texts } }: { all: All }) {
  const [words, setWords] = useState("");
  const id = useId();
  const shown = packages.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <>
      <p className="set-hint">{say.licencesCount(packages.length)}</p>
      <div className="labelled">
        <label htmlFor={id}>{say.findPackage}</label>
        <input id={id} type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      <p role="status" className="set-hint">
        {shown.length === 0 ? say.noPackage(words) : ""}
      </p>
      <ul className="packages">
        {shown.map((each) => (
          <li key={`${each.kind} ${each.name} ${each.version}`}>
            <One one={each} texts={texts} />
          </li>
        ))}
      </ul>
    </>
  );
}

function One({
  one: { name, version, licence, texts: own },
  texts,
}: {
  one: Package;
  texts: readonly string[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <bdi>{say.packageLicence(name, version, licence)}</bdi>
      </summary>
      {/* Half a million letters are not drawn until somebody wants to read them. */}
      {open && own.length === 0 && <p className="set-hint">{say.noText(licence)}</p>}
      {open &&
        own.map((number) => (
          <pre key={number} dir="auto">
            {texts[number]}
          </pre>
        ))}
    </details>
  );
}
