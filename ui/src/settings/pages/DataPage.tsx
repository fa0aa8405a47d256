/** The profile as files: where it is, its backups, its check, its trash, beginning anew. */
import { useCallback, useEffect, useState } from "react";
import type { Data } from "../../ipc/bindings/Data";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { Backups } from "../data/Backups";
import { Check } from "../data/Check";
import { EmptyTrash } from "../data/EmptyTrash";
import { StartOver } from "../data/StartOver";
import { Line, Section } from "../parts/Section";
import { useAttempt } from "../useGroup";

export function DataPage() {
  const [data, setData] = useState<Data | null>(null);
  const attempt = useAttempt();
  const look = useCallback(async () => {
    const now = await attempt(() => call("data"));
    if (now !== null) setData(now);
  }, [attempt]);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the answer of the host comes later
    void look();
  }, [look]);
  if (data === null) return null;
  return (
    <>
      <Section>
        <Line label={say.folder} hint={<bdi className="path">{data.folder}</bdi>}>
          <button
            type="button"
            className="btn soft"
            onClick={() => void attempt(() => call("open_folder", { folder: "data" }))}
          >
            {say.openFolder}
          </button>
        </Line>
        <p className="set-hint">{say.dataSize(say.size(data.bytes))}</p>
      </Section>
      <Backups data={data} onData={setData} onLook={look} />
      <Check />
      <EmptyTrash count={data.trash} onLook={look} />
      <StartOver onLook={look} />
    </>
  );
}
