/** The first start, in three steps at most. Each can be skipped, and all of them. */
import { useEffect, useState } from "react";
import { ProgressRing } from "../design/Ring";
import { windowReady } from "../frame/windowReady";
import { welcomeText } from "../messages/welcome";
import { Assistants } from "./Assistants";
import { Begin } from "./Begin";
import { QuickAdd } from "./QuickAdd";

const STEPS = 3;

export function Welcome({ onDone }: { onDone: () => void }) {
  const [step, setStep] = useState(1);
  useEffect(() => void windowReady(), []);
  const next = () => (step === STEPS ? onDone() : setStep(step + 1));
  return (
    <main className="first-start">
      <div className="corner">
        <span role="status">{welcomeText.step(step, STEPS)}</span>
        <button type="button" className="btn quiet" onClick={onDone}>
          {welcomeText.skip}
        </button>
      </div>
      <div key={step} className="mid">
        <ProgressRing className="welcome-ring" share={step / STEPS} satellite />
        {step === 1 && <Begin onNext={next} />}
        {step === 2 && <QuickAdd onNext={next} />}
        {step === 3 && <Assistants onNext={next} />}
      </div>
    </main>
  );
}
