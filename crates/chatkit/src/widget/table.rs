//! Tables, which the client draws though only its own types name them, not those for Python.

use super::{Alignment, ColumnSize, Component, Edges, Length};

component! {
    /// Rows of cells.
    Table = "Table" {}
}

component! {
    /// A row of a [`Table`].
    TableRow = "Table.Row" {}
    /// Whether it is a heading.
    header(bool);
}

component! {
    /// A cell of a [`TableRow`].
    TableCell = "Table.Cell" {}
    /// Its width: pixels or CSS.
    width(into Length);
    /// The room inside.
    padding(Edges);
    /// How many columns it spans.
    col_span(u32);
    /// How many rows it spans.
    row_span(u32);
    /// Where its content stands across: at the start, centre or end.
    align(Alignment);
    /// Where its content stands in height: at the start, centre or end.
    v_align(Alignment);
    /// How wide its column is.
    col_size(ColumnSize);
}

container!(Table of TableRow, TableRow of TableCell, TableCell of Component);
