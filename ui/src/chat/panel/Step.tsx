import { type ReactNode, useId, useState } from "react";
import { Icon } from "../../design/Icon";
import { ProgressRing, TaskRing } from "../../design/Ring";
import { chatText } from "../../messages/chat";
import { Goes } from "./Goes";
import type { Workflow, WorkflowTask } from "./items";

/** What a step is called. */
export function stepTitle(task: WorkflowTask): string {
  if (task.title !== undefined) return task.title;
  switch (task.type) {
    case "web_search":
      return task.title_query ?? task.queries.join(", ");
    case "thought":
      return chatText.thinking;
    case "file":
      return task.sources?.map(({ filename }) => filename).join(", ") ?? chatText.fileRead;
    case "image":
      return chatText.imageWorking;
    case "custom":
      return chatText.steps(1);
  }
}

/** What more there is to a step; empty for none. */
export function stepDetail(task: WorkflowTask): string {
  switch (task.type) {
    case "custom":
    case "thought":
      return task.content ?? "";
    case "web_search":
    case "file":
      return (task.sources ?? []).map(({ title }) => title).join("\n");
    case "image":
      return "";
  }
}

/** What a workflow is called: its summary, else the step it is at, else how many there were. */
export function workflowTitle(workflow: Workflow): string {
  const { summary, tasks } = workflow;
  if (summary && "title" in summary) return summary.title;
  if (summary) return chatText.thought(Math.max(1, Math.round(summary.duration)));
  const last = tasks.at(-1);
  if (last && (tasks.length === 1 || last.status_indicator === "loading")) return stepTitle(last);
  return tasks.length === 0 ? chatText.working : chatText.steps(tasks.length);
}

function Mark({ working }: { working: boolean }) {
  return working ? <ProgressRing share={0.3} /> : <TaskRing done />;
}

/** What more there is to a step; what was found in the web leads there. */
function Detail({ task }: { task: WorkflowTask }) {
  if (task.type !== "web_search") return stepDetail(task);
  return task.sources?.map(({ title, url }, place) => (
    <span key={place} className="found">
      <Goes address={url}>{title}</Goes>
    </span>
  ));
}

function Details({ id, tasks, named }: { id: string; tasks: readonly WorkflowTask[]; named: string }) {
  return (
    <ul id={id} className="step-more">
      {tasks.map((task, place) => {
        const title = stepTitle(task);
        return (
          <li key={place}>
            {title !== named && <span>{title}</span>}
            {stepDetail(task) !== "" && (
              <span className="detail">
                <Detail task={task} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type Props = {
  title: string;
  tasks: readonly WorkflowTask[];
  working: boolean;
  expanded?: boolean;
  /** What stands at the end of the line. */
  end?: ReactNode;
};

/** A line that says what was done; it opens when there is more to say. */
export function StepLine({ title, tasks, working, expanded = false, end = null }: Props) {
  const [open, setOpen] = useState(expanded);
  const id = useId();
  const more = tasks.some((task) => stepDetail(task) !== "" || stepTitle(task) !== title);
  return (
    <div>
      <div className="step-line">
        {more ? (
          <button
            type="button"
            className="step"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <Mark working={working} />
            <span>{title}</span>
            <Icon name={open ? "down" : "right"} />
          </button>
        ) : (
          <div className="step">
            <Mark working={working} />
            <span>{title}</span>
          </div>
        )}
        {end}
      </div>
      {more && open && <Details id={id} tasks={tasks} named={title} />}
    </div>
  );
}
