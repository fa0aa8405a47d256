import { setupText } from "../../messages/chatSetup";
import { Ask } from "./Ask";

type Props = {
  /** What would happen, as a question. */
  question: string;
  /** What the button that agrees says. */
  agree: string;
  onAnswer: (agreed: boolean) => void;
};

/** A tool would destroy something or reach many tasks: the person is asked first. */
export function AskTool({ question, agree, onAnswer }: Props) {
  return (
    <Ask label={setupText.toolQuestion} agree={agree} refuse={setupText.leaveIt} danger onAnswer={onAnswer}>
      <p dir="auto">{question}</p>
    </Ask>
  );
}
