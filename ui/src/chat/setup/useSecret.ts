/** One secret: whether there is one, and setting and removing it. Its value goes in and never comes back. */
import { useCallback, useEffect, useState } from "react";
import type { Failure } from "../../ipc/bindings/Failure";
import type { KeychainState } from "../../ipc/bindings/KeychainState";
import type { SecretName } from "../../ipc/bindings/SecretName";
import type { StoredSecret } from "../../ipc/bindings/StoredSecret";
import { failureOf } from "../../ipc/failure";
import { call } from "../../ipc/host";

export type Secret = {
  /** Null where there is none; undefined until that is known. */
  stored: StoredSecret | null | undefined;
  keychain: KeychainState | null;
  failure: Failure | null;
  /** Each gives back whether it was done. */
  set: (value: string) => Promise<boolean>;
  clear: () => Promise<boolean>;
  session: (on: boolean) => Promise<boolean>;
};

/** `version` counts what may have changed the secret elsewhere. */
export function useSecret(name: SecretName, version: number): Secret {
  const [stored, setStored] = useState<StoredSecret | null>();
  const [keychain, setKeychain] = useState<KeychainState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const attempt = useCallback(async (run: () => Promise<void>) => {
    try {
      await run();
      setFailure(null);
      return true;
    } catch (thrown) {
      setFailure(failureOf(thrown));
      return false;
    }
  }, []);
  const look = useCallback(
    () =>
      attempt(async () => {
        setKeychain(await call("keychain"));
        setStored((await call("secret_has", { name })).stored);
      }),
    [attempt, name],
  );
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the answer of the host comes later
    void look();
  }, [look, version]);

  return {
    stored,
    keychain,
    failure,
    set: (value) =>
      attempt(async () => {
        setStored((await call("secret_set", { name, value })).stored);
        setKeychain(await call("keychain"));
      }),
    clear: () => attempt(async () => setStored((await call("secret_clear", { name })).stored)),
    session: async (on) => {
      const done = await attempt(async () => setKeychain(await call("keychain_session", { on })));
      return done && (await look());
    },
  };
}
