/** How the chat is set up; the same as in its own pane. */
import { useEffect, useState } from "react";
import { ChatSettingsView } from "../../chat/setup/ChatSettingsView";
import type { ChatStart } from "../../ipc/bindings/ChatStart";
import { call } from "../../ipc/host";
import { useAttempt } from "../useGroup";

export function ChatPage() {
  const [start, setStart] = useState<ChatStart | null>(null);
  const attempt = useAttempt();
  useEffect(() => {
    void attempt(() => call("chat_start")).then(setStart);
  }, [attempt]);
  if (start === null) return null;
  return <ChatSettingsView start={start} onChanged={setStart} />;
}
