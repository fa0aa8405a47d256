import { memo } from "react";
import { chatText } from "../../messages/chat";
import { Prose } from "./Prose";
import type { ThreadItem, UserContent } from "./protocol";
import { StepLine, stepTitle, workflowTitle } from "./Step";
import { widgetText } from "./widgetText";

/** The words of a message of the person. */
export function wordsOf(content: readonly UserContent[]): string {
  return content.map((part) => part.text).join("");
}

export function YourWords({ children }: { children: string }) {
  return (
    <p className="you" dir="auto">
      <span className="vh">{chatText.youSaid}: </span>
      {children}
    </p>
  );
}

/** One item of a conversation; `live` while its turn is under way. */
export const Item = memo(function Item({ item, live }: { item: ThreadItem; live: boolean }) {
  switch (item.type) {
    case "user_message":
      return <YourWords>{wordsOf(item.content)}</YourWords>;
    case "assistant_message": {
      const words = item.content.map((part) => part.text).join("\n\n");
      return words === "" ? null : <Prose>{words}</Prose>;
    }
    case "workflow": {
      const { tasks, summary, expanded } = item.workflow;
      const working = live && summary === undefined && tasks.at(-1)?.status_indicator !== "complete";
      return (
        <StepLine title={workflowTitle(item.workflow)} tasks={tasks} working={working} expanded={expanded} />
      );
    }
    case "task":
      return (
        <StepLine
          title={stepTitle(item.task)}
          tasks={[item.task]}
          working={live && item.task.status_indicator === "loading"}
        />
      );
    case "widget": {
      const lines = item.copy_text?.split("\n") ?? widgetText(item.widget);
      return lines.length === 0 ? null : (
        <ul className="widget">
          {lines.map((line, place) => (
            <li key={place}>{line}</li>
          ))}
        </ul>
      );
    }
    case "structured_input":
      return (
        <div className="says">
          <p>{chatText.assistantAsked}</p>
          <ul>
            {item.inputs.map(({ id, question }) => (
              <li key={id}>{question}</li>
            ))}
          </ul>
        </div>
      );
    default:
      return null;
  }
});
