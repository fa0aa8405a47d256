/** What stands in rows: a table, and a chart as the figures that it draws. */
import type { ReactNode } from "react";
import type { WidgetNode } from "../items";
import { childrenOf, isRecord, words } from "./node";

/** How many columns or rows a cell spans. */
function span(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value > 1 && value <= 100
    ? value
    : undefined;
}

/** `draw` draws what is in a cell. */
export function Table({ node, draw }: { node: WidgetNode; draw: (cell: WidgetNode) => ReactNode }) {
  return (
    <div className="table">
      <table>
        <tbody>
          {childrenOf(node).map((row, place) => {
            const Cell = row["header"] === true ? "th" : "td";
            return (
              <tr key={place}>
                {childrenOf(row).map((cell, at) => (
                  <Cell key={at} colSpan={span(cell["colSpan"])} rowSpan={span(cell["rowSpan"])} dir="auto">
                    {draw(cell)}
                  </Cell>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function Chart({ node }: { node: WidgetNode }) {
  const rows = records(node["data"]);
  const series = records(node["series"]).map((one) => ({
    key: words(one, "dataKey"),
    label: words(one, "label") || words(one, "dataKey"),
  }));
  const axis = node["xAxis"];
  const along = isRecord(axis) ? words(axis, "dataKey") : typeof axis === "string" ? axis : "";
  const labels = isRecord(axis) && isRecord(axis["labels"]) ? axis["labels"] : {};
  if (rows.length === 0 || series.length === 0) return null;
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            <td />
            {series.map(({ key, label }) => (
              <th key={key} scope="col" dir="auto">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              <th scope="row" dir="auto">
                {words(labels, words(row, along)) || words(row, along)}
              </th>
              {series.map(({ key }) => (
                <td key={key}>{words(row, key)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
