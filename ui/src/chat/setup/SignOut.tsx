import { useRef, useState } from "react";
import { setupText } from "../../messages/chatSetup";
import { Ask } from "./Ask";

/** Signs out of hosted ChatKit, after asking. */
export function SignOut({ onSignOut }: { onSignOut: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const answer = (agreed: boolean) => {
    setAsking(false);
    setTimeout(() => button.current?.focus());
    if (agreed) void onSignOut();
  };
  if (asking) {
    return (
      <Ask
        label={setupText.signOut}
        agree={setupText.signOut}
        refuse={setupText.staySignedIn}
        danger
        onAnswer={answer}
      >
        <p>{setupText.signOutAsk}</p>
      </Ask>
    );
  }
  return (
    <div className="acts">
      <button ref={button} type="button" className="btn" onClick={() => setAsking(true)}>
        {setupText.signOut}
      </button>
      <span className="hint">{setupText.signOutHint}</span>
    </div>
  );
}
