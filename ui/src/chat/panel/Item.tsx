import { memo, type ReactNode } from "react";
import { chatText } from "../../messages/chat";
import type { ThreadItem } from "./items";
import { Prose } from "./Prose";
import { Questions } from "./Questions";
import { StepLine, stepTitle, workflowTitle } from "./Step";
import { Widget } from "./widget/Widget";
import { YourWords } from "./YourWords";

type Props = {
  item: ThreadItem;
  /** Its turn is under way. */
  live: boolean;
  /** What stands at the end of its line, where it is a step. */
  end?: ReactNode;
};

/** One item of a conversation. */
export const Item = memo(function Item({ item, live, end = null }: Props) {
  switch (item.type) {
    case "user_message":
      return <YourWords content={item.content} quoted={item.quoted_text} attachments={item.attachments} />;
    case "assistant_message":
      return item.content.map(({ text, annotations }, place) =>
        text === "" ? null : (
          <Prose key={place} annotations={annotations}>
            {text}
          </Prose>
        ),
      );
    case "workflow": {
      const { tasks, summary, expanded } = item.workflow;
      const working = live && summary === undefined && tasks.at(-1)?.status_indicator !== "complete";
      const title = workflowTitle(item.workflow);
      return <StepLine title={title} tasks={tasks} working={working} expanded={expanded} end={end} />;
    }
    case "task": {
      const working = live && item.task.status_indicator === "loading";
      return <StepLine title={stepTitle(item.task)} tasks={[item.task]} working={working} end={end} />;
    }
    case "client_tool_call": {
      const working = live && item.status === "pending";
      const { status, name } = item;
      const title = status === "pending" ? chatText.usingTool(name) : chatText.usedTool(name);
      return <StepLine title={title} tasks={[]} working={working} />;
    }
    case "widget":
      return <Widget item={item} />;
    case "structured_input":
      return <Questions item={item} />;
    case "generated_image":
      return item.image === undefined && live ? (
        <StepLine title={chatText.imageWorking} tasks={[]} working />
      ) : (
        <p className="placeholder">{chatText.image}</p>
      );
    case "end_of_turn":
      return null;
    default:
      // A kind that is newer than this panel.
      return null;
  }
});
