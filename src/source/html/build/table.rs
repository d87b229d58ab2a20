//! Tables: rows of cells, in columns that stay under one another.

use super::Builder;
use super::line::is_blank;
use crate::article::{BlockKind, Cell, Inline};
use std::mem::take;

/// The most cells of a table that only keep its columns in place.
const PADDING_MAX: usize = 2_000;

/// The part of a table that a row stands in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Section {
    Head,
    #[default]
    Body,
    Foot,
}

/// A table that is being read.
#[derive(Default)]
pub(super) struct Table {
    pub(super) section: Section,
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    foot: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// Whether the row has a cell that is no header.
    data: bool,
    /// How many empty cells were added.
    padding: usize,
    /// For each column, how many rows more a cell above reaches down.
    reach: Vec<u32>,
}

impl Table {
    /// Adds a cell, and empty ones for the columns and rows that it reaches over.
    pub(super) fn cell(&mut self, content: Vec<Inline>, header: bool, columns: u32, rows: u32) {
        self.fill();
        self.data |= !header;
        let mut content = Some(Cell::Text(if is_blank(&content) { Vec::new() } else { content }));
        for _ in 0..columns {
            if content.is_none() && !self.pad() {
                return;
            }
            let column = self.row.len();
            if self.reach.len() <= column {
                self.reach.resize(column + 1, 0);
            }
            if let Some(reach) = self.reach.get_mut(column) {
                *reach = rows - 1;
            }
            self.row.push(content.take().unwrap_or_else(empty));
        }
    }

    /// Adds the cells that stand here because one above reaches down.
    fn fill(&mut self) {
        while let Some(reach) = self.reach.get_mut(self.row.len())
            && *reach > 0
        {
            *reach -= 1;
            if !self.pad() {
                return;
            }
            self.row.push(empty());
        }
    }

    /// Whether one more empty cell is reasonable.
    fn pad(&mut self) -> bool {
        self.padding += 1;
        self.padding <= PADDING_MAX
    }

    pub(super) fn end_row(&mut self) {
        self.fill();
        let row = take(&mut self.row);
        let data = take(&mut self.data);
        if row.iter().all(Cell::is_empty) {
            return;
        }
        let first = self.head.is_empty() && self.rows.is_empty() && self.foot.is_empty();
        if first && row.len() > 1 && (self.section == Section::Head || !data) {
            self.head = row;
        } else if self.section == Section::Foot {
            self.foot.push(row);
        } else {
            self.rows.push(row);
        }
    }
}

fn empty() -> Cell {
    Cell::Text(Vec::new())
}

impl Builder<'_> {
    /// Makes the block of a table; a single cell was only there for the looks.
    pub(super) fn end_table(&mut self, table: &mut Table, caption: &mut Vec<Inline>) {
        table.end_row();
        table.rows.append(&mut table.foot);
        let (head, mut rows) = (take(&mut table.head), take(&mut table.rows));
        if let ([], [row]) = (head.as_slice(), rows.as_mut_slice())
            && let [Cell::Text(content)] = row.as_mut_slice()
        {
            return self.paragraph(take(content));
        }
        if !rows.is_empty() || !head.is_empty() {
            self.push(BlockKind::Table { head, rows, align: Vec::new(), caption: take(caption) });
        }
    }
}
