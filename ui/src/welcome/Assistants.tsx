/** What assistants can do, and what leaves the computer. */
import { welcomeText } from "../messages/welcome";
import { Next } from "./Next";

export function Assistants({ onNext }: { onNext: () => void }) {
  return (
    <>
      <h1>{welcomeText.assistants}</h1>
      <p>{welcomeText.assistantsHint}</p>
      <p>{welcomeText.leaves}</p>
      <Next label={welcomeText.begin} onPress={onNext} />
    </>
  );
}
