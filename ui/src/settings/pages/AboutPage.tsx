/** What the app is, what it is made of, and what can be handed to whoever helps. */
import { useEffect, useState } from "react";
import type { About } from "../../ipc/bindings/About";
import { call } from "../../ipc/host";
import { text } from "../../messages/en";
import { settingsText as say } from "../../messages/settings";
import { Licences } from "../about/Licences";
import { Line, Section } from "../parts/Section";
import { useAttempt } from "../useGroup";

export function AboutPage() {
  const [about, setAbout] = useState<About | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useAttempt();
  useEffect(() => {
    void attempt(() => call("about")).then(setAbout);
  }, [attempt]);
  const write = async () => {
    if (busy) return;
    setBusy(true);
    setPath(await attempt(() => call("export_diagnostics")));
    setBusy(false);
  };
  return (
    <>
      <Section>
        <div className="about">
          <svg className="ring big" viewBox="0 0 20 20" aria-hidden="true">
            <circle className="track" cx="10" cy="10" r="8" />
            <circle className="sat" cx="15.7" cy="4.3" r="1.1" />
          </svg>
          <div>
            <p className="set-label">{text.appName}</p>
            {about !== null && <p>{say.version(about.version)}</p>}
            <p className="set-hint">{say.aboutIntro}</p>
          </div>
        </div>
        {about !== null && (
          <dl className="facts-table">
            <div>
              <dt>{say.system}</dt>
              <dd>
                <bdi>{about.system}</bdi>
              </dd>
            </div>
            <div>
              <dt>{say.webview}</dt>
              <dd>
                <bdi>{about.webview}</bdi>
              </dd>
            </div>
          </dl>
        )}
      </Section>
      <Section title={say.diagnostics}>
        <Line label={say.diagnosticsHint}>
          <button type="button" className="btn soft" aria-disabled={busy} onClick={() => void write()}>
            {say.exportDiagnostics}
          </button>
        </Line>
        <div className="set-outcome">
          <p role="status" className="path">
            {busy ? say.working : path === null ? "" : say.exported(path)}
          </p>
          {path !== null && !busy && (
            <button
              type="button"
              className="btn soft"
              onClick={() => void attempt(() => call("open_folder", { folder: "downloads" }))}
            >
              {say.openFolder}
            </button>
          )}
        </div>
      </Section>
      <Licences />
    </>
  );
}
