/** Makes a text area as high as its text. */
export function fitHeight(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.blockSize = "0";
  area.style.blockSize = `${String(area.scrollHeight)}px`;
}
