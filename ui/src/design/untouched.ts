/** Whether anybody has touched the page since it began: until then nothing shows that it has the keyboard. */

/** Says so on the element, as `data-untouched`, until the first key or press. */
export function untilTouched(root: HTMLElement): void {
  const events = ["keydown", "pointerdown"] as const;
  const touched = () => {
    delete root.dataset["untouched"];
    for (const event of events) window.removeEventListener(event, touched, true);
  };
  root.dataset["untouched"] = "";
  for (const event of events) window.addEventListener(event, touched, true);
}
