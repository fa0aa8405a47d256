/** MCP clients: how to connect one, and which have changed something. */
import { useEffect, useState } from "react";
import type { McpClient } from "../../ipc/bindings/McpClient";
import type { McpServer } from "../../ipc/bindings/McpServer";
import { call } from "../../ipc/host";
import { text } from "../../messages/en";
import { settingsText as say } from "../../messages/settings";
import { type ClientId, clientIds, connections, platform } from "../connections";
import { CopyText } from "../parts/CopyText";
import { Pick } from "../parts/Pick";
import { Section } from "../parts/Section";
import { useAttempt } from "../useGroup";
import { inFull } from "../when";

export function ClientsPage() {
  const [server, setServer] = useState<McpServer | null>(null);
  const [callers, setCallers] = useState<McpClient[] | null>(null);
  const attempt = useAttempt();
  useEffect(() => {
    void attempt(() => call("mcp_clients"))
      .then(setCallers)
      .then(() => attempt(() => call("mcp_server")))
      .then(setServer);
  }, [attempt]);
  return (
    <>
      <p className="set-intro">{say.clientsIntro}</p>
      {server !== null && <Connect server={server} />}
      {callers !== null && <Callers callers={callers} />}
    </>
  );
}

function Connect({ server }: { server: McpServer }) {
  const [id, setId] = useState<ClientId>("claude");
  const all = connections(server, platform());
  const { name, file, text: words } = all[id];
  return (
    <Section title={say.connect}>
      <Pick
        label={say.client}
        value={id}
        options={clientIds.map((value) => ({ value, label: all[value].name }))}
        onChange={setId}
      />
      <p>{file === null ? say.clientRun : say.clientFile(file)}</p>
      <CopyText label={say.configuration(name)} text={words} />
      <p className="set-hint">
        {id === "claude_code" ? say.clientThen.nothing(name) : say.clientThen.restart(name)}
      </p>
    </Section>
  );
}

function Callers({ callers }: { callers: readonly McpClient[] }) {
  return (
    <Section title={say.whoCalled} hint={say.whoCalledHint}>
      {callers.length === 0 ? (
        <p>{say.nobodyCalled}</p>
      ) : (
        <table className="set-table">
          <thead>
            <tr>
              <th scope="col">{say.clientName}</th>
              <th scope="col">{say.clientLast}</th>
              <th scope="col" className="n">
                {say.clientChanges}
              </th>
            </tr>
          </thead>
          <tbody>
            {callers.map(({ name, last, changes }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{inFull(last)}</td>
                <td className="n">{text.number(changes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
