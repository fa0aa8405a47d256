/** The fields of a widget. */
import type { WidgetNode } from "../items";
import { dayOf } from "./form";
import { actOf, isRecord, optionsOf, words } from "./node";
import { useScope } from "./scope";

/** What a line of text may be, beside plain: what the protocol names. */
const KINDS = new Set(["number", "email", "password", "tel", "url"]);

/** A field by its node. */
export function Field({ node }: { node: WidgetNode }) {
  switch (node.type) {
    case "Select":
      return <Select node={node} />;
    case "RadioGroup":
      return <Radios node={node} />;
    case "Checkbox":
      return <Checkbox node={node} />;
    case "DatePicker":
      return <Day node={node} />;
    case "Textarea":
      return <Lines node={node} />;
    default:
      return <Line node={node} />;
  }
}

/** A field's own value, and what is common to all kinds of it. */
function useField(node: WidgetNode) {
  const { prefix, labelled, values, give, run } = useScope();
  const name = words(node, "name");
  const change = actOf(node["onChangeAction"]);
  return {
    value: values[name],
    common: {
      id: `${prefix}${name}`,
      name: `${prefix}${name}`,
      disabled: node["disabled"] === true,
      required: node["required"] === true,
    },
    // Where a label names it, that is its name.
    label: labelled.includes(name) ? undefined : words(node, "placeholder") || name,
    name,
    give: (value: string | boolean) => {
      give(name, value);
      run(change, { [name]: value });
    },
  };
}

function Line({ node }: { node: WidgetNode }) {
  const editable = node["editable"];
  // A text that can be changed in its place is a field with the text in it.
  const field: WidgetNode = isRecord(editable)
    ? { ...editable, type: "Input", defaultValue: words(node, "value") }
    : node;
  const { value, common, label, give } = useField(field);
  const kind = words(field, "inputType");
  return (
    <input
      {...common}
      dir="auto"
      autoComplete="off"
      type={KINDS.has(kind) ? kind : "text"}
      aria-label={label}
      placeholder={words(field, "placeholder") || undefined}
      pattern={words(field, "pattern") || undefined}
      value={typeof value === "string" ? value : words(field, "defaultValue")}
      onChange={(event) => give(event.target.value)}
    />
  );
}

function Lines({ node }: { node: WidgetNode }) {
  const { value, common, label, give } = useField(node);
  const rows = node["rows"];
  return (
    <textarea
      {...common}
      dir="auto"
      rows={typeof rows === "number" && rows >= 1 ? Math.min(rows, 12) : 3}
      aria-label={label}
      placeholder={words(node, "placeholder") || undefined}
      value={typeof value === "string" ? value : words(node, "defaultValue")}
      onChange={(event) => give(event.target.value)}
    />
  );
}

function Select({ node }: { node: WidgetNode }) {
  const { value, common, label, give } = useField(node);
  const first = words(node, "defaultValue");
  return (
    <select
      {...common}
      aria-label={label}
      value={typeof value === "string" ? value : first}
      onChange={(event) => give(event.target.value)}
    >
      {(first === "" || node["clearable"] === true) && <option value="">{words(node, "placeholder")}</option>}
      {optionsOf(node).map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Day({ node }: { node: WidgetNode }) {
  const { value, common, label, give } = useField(node);
  return (
    <input
      {...common}
      type="date"
      aria-label={label}
      min={dayOf(words(node, "min")) || undefined}
      max={dayOf(words(node, "max")) || undefined}
      value={typeof value === "string" ? value : dayOf(words(node, "defaultValue"))}
      onChange={(event) => give(event.target.value)}
    />
  );
}

function Checkbox({ node }: { node: WidgetNode }) {
  const { value, common, name, give } = useField(node);
  return (
    <label className="option" htmlFor={common.id}>
      <input
        {...common}
        type="checkbox"
        checked={typeof value === "boolean" ? value : node["defaultChecked"] === true}
        onChange={(event) => give(event.target.checked)}
      />
      <span dir="auto">{words(node, "label") || name}</span>
    </label>
  );
}

function Radios({ node }: { node: WidgetNode }) {
  const { value, common, label, name, give } = useField(node);
  const chosen = typeof value === "string" ? value : words(node, "defaultValue");
  return (
    <fieldset
      className="choice"
      aria-label={words(node, "ariaLabel") || (label ?? name)}
      disabled={common.disabled}
    >
      {optionsOf(node).map((option, place) => (
        <label key={option.value} className="option" htmlFor={`${common.id}-${place}`}>
          <input
            id={`${common.id}-${place}`}
            type="radio"
            name={common.name}
            required={common.required}
            disabled={option.disabled}
            checked={chosen === option.value}
            onChange={() => give(option.value)}
          />
          <span dir="auto">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
