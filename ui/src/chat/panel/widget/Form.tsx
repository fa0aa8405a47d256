import { type ReactNode, useContext, useMemo, useState } from "react";
import type { WidgetNode } from "../items";
import { firstValues, type Values } from "./form";
import { actOf } from "./node";
import { type Scope, ScopeContext, useScope } from "./scope";

type Props = {
  /** What the fields are in. */
  node: WidgetNode;
  /** What sending it does, as the widget declares it. */
  send: unknown;
  children: ReactNode;
};

/** Fields that are sent together: their values go with every action from within. One in another is part of it. */
export function Form({ node, send, children }: Props) {
  const outer = useContext(ScopeContext);
  if (outer.form !== null) return <div className="down">{children}</div>;
  return (
    <Fields node={node} send={send}>
      {children}
    </Fields>
  );
}

function Fields({ node, send, children }: Props) {
  const outer = useContext(ScopeContext);
  const [given, setGiven] = useState<Values>({});
  const first = useMemo(() => firstValues(node), [node]);
  const scope: Scope = {
    ...outer,
    values: given,
    give: (name, value) => setGiven((now) => ({ ...now, [name]: value })),
    form: { ...first, ...given },
    send: actOf(send),
  };
  return (
    <ScopeContext value={scope}>
      <Sent>{children}</Sent>
    </ScopeContext>
  );
}

function Sent({ children }: { children: ReactNode }) {
  const { send, run } = useScope();
  return (
    <form
      className="down"
      onSubmit={(event) => {
        event.preventDefault();
        run(send);
      }}
    >
      {children}
    </form>
  );
}
