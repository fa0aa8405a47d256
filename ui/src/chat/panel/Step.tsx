import { useState } from "react";
import { Icon } from "../../design/Icon";
import { ProgressRing, TaskRing } from "../../design/Ring";
import { chatText } from "../../messages/chat";
import type { Workflow, WorkflowTask } from "./protocol";

/** What a step is called. */
export function stepTitle(task: WorkflowTask): string {
  if (task.title !== undefined) return task.title;
  if (task.type === "web_search") return task.title_query ?? task.queries.join(", ");
  return task.type === "thought" ? chatText.thinking : chatText.steps(1);
}

/** What more there is to a step; empty for none. */
export function stepDetail(task: WorkflowTask): string {
  return (task.type === "custom" || task.type === "thought" ? task.content : undefined) ?? "";
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

function Details({ tasks, named }: { tasks: readonly WorkflowTask[]; named: string }) {
  return (
    <ul className="step-more">
      {tasks.map((task, place) => {
        const title = stepTitle(task);
        return (
          <li key={place}>
            {title !== named && <span>{title}</span>}
            {stepDetail(task) !== "" && <span className="detail">{stepDetail(task)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** A line that says what was done; it opens when there is more to say. */
export function StepLine({
  title,
  tasks,
  working,
  expanded = false,
}: {
  title: string;
  tasks: readonly WorkflowTask[];
  working: boolean;
  expanded?: boolean;
}) {
  const [open, setOpen] = useState(expanded);
  const more = tasks.some((task) => stepDetail(task) !== "" || stepTitle(task) !== title);
  if (!more) {
    return (
      <div className="step">
        <Mark working={working} />
        <span>{title}</span>
      </div>
    );
  }
  return (
    <div>
      <button type="button" className="step" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Mark working={working} />
        <span>{title}</span>
        <Icon name={open ? "down" : "right"} />
      </button>
      {open && <Details tasks={tasks} named={title} />}
    </div>
  );
}
