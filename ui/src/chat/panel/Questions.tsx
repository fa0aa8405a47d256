/** Questions of the assistant: a small form until it is answered, then what was answered. */
import { useId, useState } from "react";
import { chatText } from "../../messages/chat";
import { useActs } from "./acts";
import type { Question, StructuredInputItem } from "./items";

type Given = Readonly<Record<string, readonly string[]>>;

export function Questions({ item }: { item: StructuredInputItem }) {
  const { free, submit } = useActs();
  const [given, setGiven] = useState<Given>({});
  const give = (id: string, values: readonly string[]) => setGiven((now) => ({ ...now, [id]: values }));

  if (item.status !== "pending") {
    return (
      <dl className="asked">
        {item.inputs.map(({ id, question, answer }) => (
          <div key={id}>
            <dt dir="auto">{question}</dt>
            <dd dir="auto">
              {answer && !answer.skipped && answer.values.length > 0
                ? answer.values.join(", ")
                : chatText.skipped}
            </dd>
          </div>
        ))}
      </dl>
    );
  }

  const valuesOf = (id: string) =>
    (given[id] ?? []).map((value) => value.trim()).filter((value) => value !== "");
  const answer = (status: "answered" | "skipped") => {
    if (!free) return;
    const entries = item.inputs.map(({ id }) => {
      const values = status === "skipped" ? [] : valuesOf(id);
      return [id, { values, skipped: values.length === 0 }] as const;
    });
    submit(item.id, { status, answers: Object.fromEntries(entries) });
  };
  const ready = free && item.inputs.some(({ id }) => valuesOf(id).length > 0);
  return (
    <form
      className="widget asks-you"
      aria-label={chatText.questions}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) answer("answered");
      }}
    >
      {item.inputs.map((question) => (
        <OneQuestion
          key={question.id}
          question={question}
          values={given[question.id] ?? []}
          onGive={(values) => give(question.id, values)}
        />
      ))}
      <div className="acts">
        <button type="submit" className="btn soft" aria-disabled={!ready}>
          {chatText.answer}
        </button>
        <button type="button" className="btn quiet" aria-disabled={!free} onClick={() => answer("skipped")}>
          {chatText.skip}
        </button>
      </div>
    </form>
  );
}

type OneProps = {
  question: Question;
  values: readonly string[];
  onGive: (values: readonly string[]) => void;
};

function OneQuestion({ question, values, onGive }: OneProps) {
  const id = useId();
  if (question.type === "multiple_choice") {
    const { options, multiple } = question;
    return (
      <fieldset className="choice">
        <legend dir="auto">{question.question}</legend>
        {options.map(({ value }, place) => (
          <label key={value} className="option" htmlFor={`${id}-${place}`}>
            <input
              id={`${id}-${place}`}
              type={multiple ? "checkbox" : "radio"}
              name={id}
              checked={values.includes(value)}
              onChange={(event) => {
                if (!multiple) onGive([value]);
                else
                  onGive(event.target.checked ? [...values, value] : values.filter((one) => one !== value));
              }}
            />
            <span dir="auto">{value}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className="labelled">
      <label htmlFor={id} dir="auto">
        {question.question}
      </label>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        aria-describedby={question.description === undefined ? undefined : `${id}-hint`}
        value={values[0] ?? ""}
        onChange={(event) => onGive([event.target.value])}
      />
      {question.description !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {question.description}
        </p>
      )}
    </div>
  );
}
