/** How ChatKit is to look and what it offers, kept current. */
import { useMemo, useSyncExternalStore } from "react";
import type { Overview } from "../../ipc/bindings/Overview";
import { chatText } from "../../messages/chat";
import { text } from "../../messages/en";
import type { ChatOptions } from "../bridge/messages";
import { promptsFor } from "./prompts";
import { useThemeText } from "./theme";

/** The options; the same object while nothing in them changes. `api` says who answers. */
export function useOptions(overview: Overview | null, api: "device" | "hosted"): ChatOptions {
  const theme = useThemeText();
  const locale = useSyncExternalStore(onLanguage, () => navigator.language);
  const prompts = JSON.stringify(promptsFor(overview));
  return useMemo(
    () => ({
      locale,
      theme: JSON.parse(theme) as ChatOptions["theme"],
      greeting: chatText.greeting,
      placeholder: chatText.ask,
      disclaimer: api === "device" ? chatText.answersFrom : chatText.answersFromOpenAi,
      frameTitle: text.chat,
      prompts: JSON.parse(prompts) as ChatOptions["prompts"],
    }),
    [locale, theme, prompts, api],
  );
}

function onLanguage(changed: () => void): () => void {
  window.addEventListener("languagechange", changed);
  return () => window.removeEventListener("languagechange", changed);
}
