/** ChatKit's element, of which the page has one, for whatever is not drawn. */

import type { OpenAIChatKit } from "@openai/chatkit";

/** The element; `null` before it is there and once it has left the page. */
export function chatKit(): OpenAIChatKit | null {
  return document.querySelector<OpenAIChatKit>("openai-chatkit");
}

/** Shows another thread. Rejects while ChatKit is busy. */
export async function showThread(thread: string | null): Promise<void> {
  await chatKit()?.setThreadId(thread);
}

/** Reads the thread that is shown once more. Rejects while ChatKit is busy. */
export async function fetchUpdates(): Promise<void> {
  await chatKit()?.fetchUpdates();
}

/** Puts words where one writes, and the keyboard with them. While ChatKit is busy it may refuse. */
export function compose(words: string): void {
  chatKit()
    ?.setComposerValue({ text: words })
    .then(focusComposer)
    .catch(() => undefined);
}

/** Brings the keyboard to where one writes. While ChatKit is busy it may refuse; the person can click. */
export function focusComposer(): void {
  chatKit()
    ?.focusComposer()
    .catch(() => undefined);
}
