//! Tables: rows of cells, in columns that stay under one another.

use super::Builder;
use super::container::Container;
use super::line::{is_blank, line_break};
use super::output::carried;
use crate::article::{Align, Block, BlockKind, Cell, Inline};
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

/// What a cell takes of its table.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// How many columns and rows it reaches over.
    pub(super) columns: u32,
    pub(super) rows: u32,
    pub(super) is_header: bool,
    /// The side that its text keeps to.
    pub(super) side: Option<Align>,
}

/// The side that the cells of a column keep to.
#[derive(Clone, Copy, Default)]
enum Side {
    /// No cell has said.
    #[default]
    Unknown,
    All(Option<Align>),
    Mixed,
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
    /// Whether the row's first cell is a header.
    is_headed: bool,
    /// Whether there is a row under the head that begins with a header, and one that does not.
    has_headings: bool,
    has_plain_rows: bool,
    /// How many empty cells were added.
    padding: usize,
    /// For each column, how many rows more a cell above reaches down.
    reach: Vec<u32>,
    sides: Vec<Side>,
}

fn empty() -> Cell {
    Cell::Text(Vec::new())
}

impl Table {
    /// Adds a cell, and empty ones for the columns and rows that it reaches over.
    pub(super) fn cell(&mut self, cell: Cell, Reach { columns, rows, is_header, side }: Reach) {
        self.fill();
        self.data |= !is_header;
        self.is_headed |= is_header && self.row.is_empty();
        if !is_header && !cell.is_empty() {
            let column = self.row.len();
            if self.sides.len() <= column {
                self.sides.resize(column + 1, Side::Unknown);
            }
            if let Some(known) = self.sides.get_mut(column) {
                *known = match *known {
                    Side::Unknown => Side::All(side),
                    Side::All(other) if other == side => Side::All(side),
                    _ => Side::Mixed,
                };
            }
        }
        let mut cell = Some(cell);
        for _ in 0..columns {
            if cell.is_none() && !self.pad() {
                return;
            }
            let column = self.row.len();
            if self.reach.len() <= column {
                self.reach.resize(column + 1, 0);
            }
            if let Some(reach) = self.reach.get_mut(column) {
                *reach = rows - 1;
            }
            self.row.push(cell.take().unwrap_or_else(empty));
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
        let (data, is_headed) = (take(&mut self.data), take(&mut self.is_headed));
        if row.iter().all(Cell::is_empty) {
            return;
        }
        let first = self.head.is_empty() && self.rows.is_empty() && self.foot.is_empty();
        if first && row.len() > 1 && (self.section == Section::Head || !data) {
            self.head = row;
            return;
        }
        self.has_headings |= is_headed;
        self.has_plain_rows |= !is_headed && row.first().is_some_and(|cell| !cell.is_empty());
        if self.section == Section::Foot {
            self.foot.push(row);
        } else {
            self.rows.push(row);
        }
    }

    /// The side of each column, where there is one that has any.
    fn align(&mut self) -> Vec<Option<Align>> {
        let sides: Vec<_> = take(&mut self.sides)
            .into_iter()
            .map(|side| if let Side::All(side) = side { side } else { None })
            .collect();
        if sides.iter().all(Option::is_none) { Vec::new() } else { sides }
    }
}

impl Builder<'_> {
    /// Adds a cell to its table: running text where it holds nothing else, with a line for each paragraph.
    pub(super) fn end_cell(&mut self, cell: &mut Container, blocks: &mut Vec<Block>) {
        let Some(reach) = cell.reach else { return };
        // A picture beside text comes after the table.
        if blocks.iter().all(|block| is_line(block) || matches!(block.kind, BlockKind::Image(_))) {
            let (lines, pictures): (Vec<_>, Vec<_>) = take(blocks).into_iter().partition(is_line);
            self.container.blocks.extend(pictures);
            self.blocks -= lines.len().min(self.blocks);
            let content = joined(lines);
            let content = if is_blank(&content) { Vec::new() } else { content };
            self.container.table.cell(Cell::Text(content), reach);
        } else {
            self.container.table.cell(Cell::Blocks { blocks: take(blocks) }, reach);
        }
    }

    /// Makes the block of a table; a single cell was only there for the looks.
    pub(super) fn end_table(&mut self, table: &mut Table, caption: &mut Vec<Inline>) {
        table.end_row();
        table.rows.append(&mut table.foot);
        let (head, mut rows) = (take(&mut table.head), take(&mut table.rows));
        if let ([], [row]) = (head.as_slice(), rows.as_mut_slice())
            && let [cell] = row.as_mut_slice()
        {
            return match cell {
                Cell::Text(content) => self.paragraph(take(content)),
                Cell::Blocks { blocks } => self.container.blocks.append(blocks),
            };
        }
        if !rows.is_empty() || !head.is_empty() {
            let align = table.align();
            let row_headings = table.has_headings && !table.has_plain_rows;
            self.push(BlockKind::Table { head, rows, row_headings, align, caption: take(caption) });
        }
    }
}

/// Whether a block is a line of text in a cell.
fn is_line(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph { .. } | BlockKind::Heading { .. })
}

/// The text of lines, one under the other.
fn joined(lines: Vec<Block>) -> Vec<Inline> {
    let mut text = Vec::new();
    for Block { kind, lang, dir, anchor } in lines {
        if let BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } = kind {
            if !text.is_empty() {
                text.push(line_break());
            }
            text.append(&mut carried(content, lang, dir, anchor));
        }
    }
    text
}
