/** A widget of an answer: its words, its fields and its buttons, in the panel's own dress. */
import { useId, useState } from "react";
import type { WidgetItem, WidgetNode } from "../items";
import { Form } from "./Form";
import type { Values } from "./form";
import { ListView } from "./List";
import { actOf, isRecord, labelledIn, words } from "./node";
import { Parts } from "./Part";
import { look, Press } from "./Press";
import { type Scope, ScopeContext } from "./scope";

export function Widget({ item }: { item: WidgetItem }) {
  const id = useId();
  const [values, setValues] = useState<Values>({});
  const scope: Scope = {
    itemId: item.id,
    prefix: `${id}-`,
    labelled: labelledIn(item.widget),
    values,
    give: (name, value) => setValues((now) => ({ ...now, [name]: value })),
    form: null,
    send: null,
  };
  const { widget } = item;
  const status = widget["status"];
  return (
    <ScopeContext value={scope}>
      <div className="widget">
        {isRecord(status) && words(status, "text") !== "" && (
          <span className="quiet" dir="auto">
            {words(status, "text")}
          </span>
        )}
        <Root node={widget} />
      </div>
    </ScopeContext>
  );
}

function Root({ node }: { node: WidgetNode }) {
  if (node.type === "ListView") return <ListView node={node} />;
  const { confirm, cancel } = node;
  const asForm = node["asForm"] === true;
  const content = (
    <>
      <Parts of={node} />
      {(isRecord(confirm) || isRecord(cancel)) && (
        <div className="acts">
          <CardButton act={confirm} first submit={asForm} />
          <CardButton act={cancel} />
        </div>
      )}
    </>
  );
  if (!asForm) return content;
  return (
    <Form node={node} send={isRecord(confirm) ? confirm["action"] : null}>
      {content}
    </Form>
  );
}

/** A button below a card. */
function CardButton({
  act,
  first = false,
  submit = false,
}: {
  act: unknown;
  first?: boolean;
  submit?: boolean;
}) {
  if (!isRecord(act) || words(act, "label") === "") return null;
  return (
    <Press act={actOf(act["action"])} submit={submit} className={look(first, false)}>
      {words(act, "label")}
    </Press>
  );
}
