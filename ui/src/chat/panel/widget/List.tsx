/** Lists of a widget, whose entries may be pressed. */
import { useState } from "react";
import { chatText } from "../../../messages/chat";
import type { WidgetNode } from "../items";
import { actOf, childrenOf } from "./node";
import { Parts } from "./Part";
import { Press } from "./Press";

export function ListView({ node }: { node: WidgetNode }) {
  const [all, setAll] = useState(false);
  const entries = childrenOf(node);
  const limit = node["limit"];
  const shown = !all && typeof limit === "number" && limit >= 1 ? entries.slice(0, limit) : entries;
  return (
    <>
      <ul>
        {shown.map((entry, place) => (
          <li key={entry.id ?? place}>
            <ListItem node={entry} />
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <button type="button" className="btn quiet" onClick={() => setAll(true)}>
          {chatText.showMore}
        </button>
      )}
    </>
  );
}

/** Parts that are pressed by themselves; a button can't hold them. */
const PRESSED = new Set([
  "Button",
  "Input",
  "Textarea",
  "Select",
  "DatePicker",
  "Checkbox",
  "RadioGroup",
  "Form",
]);

function holdsControls(node: WidgetNode): boolean {
  return childrenOf(node).some((child) => PRESSED.has(child.type) || holdsControls(child));
}

export function ListItem({ node }: { node: WidgetNode }) {
  const act = actOf(node["onClickAction"]);
  if (act === null) {
    return (
      <div className="across">
        <Parts of={node} />
      </div>
    );
  }
  if (holdsControls(node)) {
    return (
      <div className="across">
        <Parts of={node} />
        <Press act={act} className="btn">
          {chatText.openEntry}
        </Press>
      </div>
    );
  }
  return (
    <Press act={act} className="row-button">
      <Parts of={node} />
    </Press>
  );
}
