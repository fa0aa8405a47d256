/** Puts a text on the system's clipboard; gives back whether the system took it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** Where a page may not write to the clipboard by itself, it may answer the event of copying. */
function copyByEvent(text: string): boolean {
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", answer);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only other way there is
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", answer);
  }
}
