import { type HTMLAttributes, type ReactNode, type Ref, useId } from "react";

/** A field with its name, a hint, and what is wrong with it. */
export function Field({
  label,
  value,
  onChange,
  hint = null,
  error = null,
  secret = false,
  placeholder = "",
  inputMode,
  ref,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | null;
  /** What is typed is not shown, and not remembered by the page. */
  secret?: boolean;
  placeholder?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  ref?: Ref<HTMLInputElement>;
}) {
  const id = useId();
  const about = [error !== null && `${id}-error`, hint !== null && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        type={secret ? "password" : "text"}
        inputMode={inputMode}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="ltr"
        placeholder={placeholder}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={about === "" ? undefined : about}
        onChange={(event) => onChange(event.target.value)}
      />
      {error !== null && (
        <p id={`${id}-error`} className="wrong" role="alert">
          {error}
        </p>
      )}
      {hint !== null && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
