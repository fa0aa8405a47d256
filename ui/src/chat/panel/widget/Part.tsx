/** One part of a widget, drawn plainly: what it says and does, not how the designer dressed it. */
import { chatText } from "../../../messages/chat";
import type { WidgetNode } from "../items";
import { Prose } from "../Prose";
import { Field } from "./Field";
import { Form } from "./Form";
import { ListItem, ListView } from "./List";
import { childrenOf, isRecord, words } from "./node";
import { WidgetButton } from "./Press";
import { useScope } from "./scope";
import { Chart, Table } from "./Table";

export function Parts({ of }: { of: WidgetNode }) {
  return childrenOf(of).map((child, place) => <Part key={child.id ?? place} node={child} />);
}

function Part({ node }: { node: WidgetNode }) {
  const { prefix } = useScope();
  switch (node.type) {
    case "Title":
      return <Words node={node} look="strong" />;
    case "Caption":
      return <Words node={node} look="quiet" />;
    case "Text":
      return isRecord(node["editable"]) ? <Field node={node} /> : <Words node={node} look="plain" />;
    case "Badge":
      return (
        <span className="badge" dir="auto">
          {words(node, "label")}
        </span>
      );
    case "Markdown":
      return <Prose>{words(node, "value")}</Prose>;
    case "Label":
      return (
        <label className="quiet" htmlFor={`${prefix}${words(node, "fieldName")}`} dir="auto">
          {words(node, "value")}
        </label>
      );
    case "Image":
      return <span className="quiet">{chatText.picture(words(node, "alt"))}</span>;
    case "Icon":
    case "Spacer":
      // They only dress what stands beside them.
      return null;
    case "Divider":
      return <hr />;
    case "Button":
      return <WidgetButton node={node} />;
    case "Input":
    case "Textarea":
    case "Select":
    case "DatePicker":
    case "Checkbox":
    case "RadioGroup":
      return <Field node={node} />;
    case "Form":
      return (
        <Form node={node} send={node["onSubmitAction"]}>
          <Parts of={node} />
        </Form>
      );
    case "Table":
      return <Table node={node} draw={(cell) => <Parts of={cell} />} />;
    case "Chart":
      return <Chart node={node} />;
    case "ListView":
      return <ListView node={node} />;
    case "ListViewItem":
      return <ListItem node={node} />;
    case "Row":
      return (
        <div className="across">
          <Parts of={node} />
        </div>
      );
    case "Transition":
      return <Parts of={node} />;
    default:
      return (
        <div className={node["direction"] === "row" ? "across" : "down"}>
          <Words node={node} look="plain" />
          <Parts of={node} />
        </div>
      );
  }
}

/** Of a kind that is newer than this panel, what it says is shown too. */
function Words({ node, look }: { node: WidgetNode; look: "strong" | "quiet" | "plain" }) {
  const said = words(node, "value") || words(node, "label") || words(node, "title");
  if (said === "") return null;
  const dressed = node["lineThrough"] === true ? <s>{said}</s> : said;
  return (
    <span className={look} dir="auto">
      {node["italic"] === true ? <em>{dressed}</em> : dressed}
    </span>
  );
}
