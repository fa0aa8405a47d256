/** What pressed keys are called as a shortcut of the whole system. */

export type Pressed = Pick<KeyboardEvent, "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

export type Recorded =
  /** Only modifiers so far. */
  | { kind: "more" }
  /** A key that alone, or with Shift, is needed for typing. */
  | { kind: "alone" }
  | { kind: "keys"; keys: string };

/** Keys by their place on the keyboard, so that Shift or another layout doesn't change their name. */
export function recorded({ code, ctrlKey, altKey, shiftKey, metaKey }: Pressed): Recorded {
  if (/^(?:Control|Alt|Shift|Meta|OS)(?:Left|Right)?$/.test(code) || code === "") return { kind: "more" };
  const function_ = /^F\d+$/.test(code);
  if (!ctrlKey && !altKey && !metaKey && !function_) return { kind: "alone" };
  const held = [ctrlKey && "Ctrl", altKey && "Alt", shiftKey && "Shift", metaKey && "Super"];
  const key = code.replace(/^(?:Key|Digit)/, "");
  return { kind: "keys", keys: [...held.filter((name) => name !== false), key].join("+") };
}
