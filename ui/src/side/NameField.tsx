/** A name that is being written in place. Enter keeps it, Esc leaves; what is refused stays, with the reason. */
import { useEffect, useId, useRef, useState } from "react";
import { failureOf } from "../ipc/failure";

type Props = {
  label: string;
  name: string;
  /** Keeps the name. Rejects with a failure. */
  onKeep: (name: string) => Promise<unknown>;
  /** It is over; `kept` says whether anything came of it. */
  onDone: (kept: boolean) => void;
};

export function NameField({ label, name, onKeep, onDone }: Props) {
  const [typed, setTyped] = useState(name);
  const [refused, setRefused] = useState<string | null>(null);
  const busy = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const reason = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const keep = async () => {
    if (busy.current) return;
    const wanted = typed.trim();
    if (wanted === "" || wanted === name) {
      onDone(false);
      return;
    }
    busy.current = true;
    try {
      await onKeep(wanted);
      onDone(true);
    } catch (thrown) {
      setRefused(failureOf(thrown).message);
    } finally {
      busy.current = false;
    }
  };
  return (
    <div className="name-field">
      <input
        ref={field}
        aria-label={label}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : reason}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(null);
        }}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") void keep();
          else if (event.key === "Escape") {
            busy.current = true; // leaving the field keeps nothing
            onDone(false);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {refused !== null && (
        <p id={reason} role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
