/** What the assistant did and said in one go, with what can be done about it: undo, copy, rate, again. */
import { useState } from "react";
import { Icon } from "../../design/Icon";
import { chatText } from "../../messages/chat";
import { type Changes, type Feedback } from "./conversation";
import { Item } from "./Item";
import type { ThreadItem } from "./items";
import { stepTitle, workflowTitle } from "./Step";

type Props = {
  items: readonly ThreadItem[];
  /** It is under way. */
  live: boolean;
  changes: Changes | undefined;
  feedback: Feedback | undefined;
  onTakeBack: () => Promise<void>;
  onRate: (itemIds: string[], kind: Feedback) => void;
  /** Answers again; null where that would drop what came later. */
  onRetry: (() => void) | null;
};

/** The words of an answer, as they are copied. */
export function wordsOfAnswer(items: readonly ThreadItem[]): string {
  return items
    .flatMap((item) => {
      if (item.type === "assistant_message") return item.content.map((part) => part.text);
      return item.type === "widget" && item.copy_text !== undefined ? [item.copy_text] : [];
    })
    .filter((words) => words !== "")
    .join("\n\n");
}

export function Turn({ items, live, changes, feedback, onTakeBack, onRate, onRetry }: Props) {
  const step = changes && items.findLast(({ type }) => type === "workflow" || type === "task");
  const undo = changes && (
    <TakeBack what={step ? nameOf(step) : null} changes={changes} onTakeBack={onTakeBack} />
  );
  const words = wordsOfAnswer(items);
  return (
    <div className="turn">
      {items.map((item) => (
        <Item key={item.id} item={item} live={live} end={item === step ? undo : null} />
      ))}
      {undo && !step && (
        <div className="step-line">
          <span className="step">{chatText.changedTasks}</span>
          {undo}
        </div>
      )}
      <p role="status" className="step said">
        {changes?.said ?? ""}
      </p>
      {!live && words !== "" && (
        <AnswerActs
          words={words}
          feedback={feedback}
          onRate={(kind) =>
            onRate(
              items.flatMap(({ id, type }) => (type === "end_of_turn" ? [] : [id])),
              kind,
            )
          }
          onRetry={onRetry}
        />
      )}
    </div>
  );
}

function nameOf(item: ThreadItem): string | null {
  if (item.type === "workflow") return workflowTitle(item.workflow);
  return item.type === "task" ? stepTitle(item.task) : null;
}

type TakeBackProps = { what: string | null; changes: Changes; onTakeBack: () => Promise<void> };

/** It stays where it was when it has done its work, so that the keyboard has a place. */
function TakeBack({ what, changes: { back }, onTakeBack }: TakeBackProps) {
  const [busy, setBusy] = useState(false);
  return (
    <button
      type="button"
      className="take-back"
      aria-label={back ? chatText.undone : what === null ? chatText.undo : chatText.undoOf(what)}
      aria-disabled={back || busy}
      onClick={() => {
        if (back || busy) return;
        setBusy(true);
        void onTakeBack().finally(() => setBusy(false));
      }}
    >
      {back ? chatText.undone : chatText.undo}
    </button>
  );
}

type ActsProps = {
  words: string;
  feedback: Feedback | undefined;
  onRate: (kind: Feedback) => void;
  onRetry: (() => void) | null;
};

function AnswerActs({ words, feedback, onRate, onRetry }: ActsProps) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    setSaid("");
    try {
      await navigator.clipboard.writeText(words);
      setSaid(chatText.copied);
    } catch {
      setSaid(chatText.notCopied);
    }
  };
  const rates = [
    ["positive", chatText.good, "good"],
    ["negative", chatText.bad, "bad"],
  ] as const;
  return (
    <div className="turn-acts" role="group" aria-label={chatText.answerActs} data-rated={feedback}>
      <button
        type="button"
        className="ib s"
        aria-label={chatText.copy}
        title={chatText.copy}
        onClick={() => void copy()}
      >
        <Icon name="copy" small />
      </button>
      {rates.map(([kind, label, icon]) => (
        <button
          key={kind}
          type="button"
          className="ib s"
          aria-label={label}
          title={label}
          aria-pressed={feedback === kind}
          onClick={() => onRate(kind)}
        >
          <Icon name={icon} small />
        </button>
      ))}
      {onRetry && (
        <button
          type="button"
          className="ib s"
          aria-label={chatText.retry}
          title={chatText.retry}
          onClick={onRetry}
        >
          <Icon name="repeat" small />
        </button>
      )}
      <span role="status" className="said">
        {said}
      </span>
    </div>
  );
}
