import type { RefObject } from "react";
import { Notice } from "../../design/Notice";
import type { Failure } from "../../ipc/bindings/Failure";
import { setupText } from "../../messages/chatSetup";

const say = setupText.disclosure;

/** What ChatKit is and sends, fact by fact. */
export function Facts() {
  return (
    <ul className="facts prose" aria-label={say.listLabel}>
      {say.facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

type Props = {
  /** Where the keyboard goes when the person opens the pane: the answer that sends nothing. */
  first?: RefObject<HTMLButtonElement | null>;
  /** Why the choice could not be kept. */
  failure?: Failure | null;
  onChoose: (way: "chatkit" | "built_in") => void;
};

/** Said once, before ChatKit is first opened: what it sends. The person chooses. */
export function Disclosure({ first, failure = null, onChoose }: Props) {
  return (
    <section className="setup" aria-labelledby="disclosure-title">
      <h3 id="disclosure-title">{say.title}</h3>
      <p>{say.both}</p>
      <h4>{say.listLabel}</h4>
      <Facts />
      <p>{say.builtIn}</p>
      {failure && <Notice>{failure.message}</Notice>}
      <div className="acts">
        <button type="button" className="btn soft" onClick={() => onChoose("chatkit")}>
          {say.useChatKit}
        </button>
        <button ref={first} type="button" className="btn soft" onClick={() => onChoose("built_in")}>
          {say.useBuiltIn}
        </button>
      </div>
    </section>
  );
}
