import type { ReactNode } from "react";
import { chatText } from "../../../messages/chat";
import type { WidgetNode } from "../items";
import { actOf, type Act, words } from "./node";
import { useScope } from "./scope";

type Props = {
  act: Act | null;
  /** Sends the form in which it stands. */
  submit?: boolean;
  off?: boolean;
  className: string;
  children: ReactNode;
};

/** Something to press. What only the page of the widget could do is shown, and says why it can't be pressed. */
export function Press({ act, submit = false, off = false, className, children }: Props) {
  const { can, run, send, form } = useScope();
  const sends = submit && form !== null;
  const does = sends ? send : act;
  const elsewhere = does?.client === true;
  const works = !off && can(does);
  return (
    <button
      type={sends && works ? "submit" : "button"}
      className={className}
      aria-disabled={!works}
      title={elsewhere ? chatText.pageOnly : undefined}
      onClick={() => {
        // The form itself sees to what has to be filled in.
        if (!sends && works) run(act);
      }}
    >
      {children}
    </button>
  );
}

/** A button of a widget. */
export function WidgetButton({ node }: { node: WidgetNode }) {
  const { form, send } = useScope();
  const act = actOf(node["onClickAction"]);
  const submit = node["submit"] === true;
  const name = words(node, "label") || words(node, "iconStart") || words(node, "iconEnd");
  // One that does nothing is no button.
  if (name === "" || (act === null && !(submit && form !== null && send !== null))) return null;
  return (
    <Press
      act={act}
      submit={submit}
      off={node["disabled"] === true}
      className={look(node["style"] === "primary", node["color"] === "danger")}
    >
      {words(node, "label") || name.replace(/^lucide:/u, "").replaceAll("-", " ")}
    </Press>
  );
}

export function look(first: boolean, danger: boolean): string {
  return ["btn", (first || danger) && "soft", danger && "danger"].filter(Boolean).join(" ");
}
