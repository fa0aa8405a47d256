/** Keys that are pressed while what takes the keyboard is still being loaded: they wait, and are pressed again there. */

/** Holds keys back from now on. Gives back what presses them, once what they are for is there. */
export function holdKeys(): () => void {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "keydown") held.push(event);
  };
  const events = ["keydown", "keyup"] as const;
  for (const event of events) window.addEventListener(event, hold, true);
  return () => {
    for (const event of events) window.removeEventListener(event, hold, true);
    // What is there now takes the keyboard in this turn.
    setTimeout(() => held.forEach(press));
  };
}

/** Presses a key where the keyboard is now. */
function press({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const keys = { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true };
  const taken = !target.dispatchEvent(new KeyboardEvent("keydown", keys));
  target.dispatchEvent(new KeyboardEvent("keyup", keys));
  const types = key.length === 1 && !ctrlKey && !metaKey && !altKey;
  const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (types && field && !taken) insert(target, key);
}

/** A key that a script presses types nothing by itself. */
function insert(field: HTMLInputElement | HTMLTextAreaElement, letter: string): void {
  const end = field.selectionEnd ?? field.value.length;
  field.setRangeText(letter, field.selectionStart ?? end, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter, inputType: "insertText" }));
}
