/** What the parts of a widget share: its item, and the values of the form that they stand in. */
import { createContext, useContext } from "react";
import { useActs } from "../acts";
import { type Value, type Values, withValues } from "./form";
import type { Act } from "./node";

export type Scope = {
  itemId: string;
  /** Tells the fields of one widget from those of another. */
  prefix: string;
  /** The names of the fields that have a label of their own. */
  labelled: readonly string[];
  values: Values;
  give: (name: string, value: Value) => void;
  /** What the form is sent with; null outside of forms. */
  form: Values | null;
  /** What sending the form does; null for nothing. */
  send: Act | null;
};

const none: Scope = {
  itemId: "",
  prefix: "",
  labelled: [],
  values: {},
  give: () => undefined,
  form: null,
  send: null,
};
export const ScopeContext = createContext<Scope>(none);

/** The scope, and how something is done in it: with the values of the form, and `more`. */
export function useScope() {
  const scope = useContext(ScopeContext);
  const { free, act } = useActs();
  const can = (what: Act | null) => what !== null && !what.client && (what.quick || free);
  const run = (what: Act | null, more: Values = {}) => {
    if (what === null || !can(what)) return;
    act(scope.itemId, withValues(what.action, { ...scope.form, ...more }), what.quick);
  };
  return { ...scope, can, run };
}
