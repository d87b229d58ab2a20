//! Tables: rows of cells, aligned in columns.

use super::Builder;
use super::container::Container;
use super::line::{is_blank, line_break};
use super::output::carried;
use crate::article::{Align, Block, BlockKind, Cell, Inline};
use std::mem::take;

/// The most empty cells that are added to keep the columns of a table.
const PADDING_MAX: usize = 2_000;

/// The part of a table that a row stands in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Section {
    Head,
    #[default]
    Body,
    Foot,
}

/// The span of a cell in its table.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// The number of columns and rows that it covers.
    pub(super) columns: u32,
    pub(super) rows: u32,
    pub(super) is_header: bool,
    /// The alignment of its text.
    pub(super) side: Option<Align>,
}

/// The alignment of a column.
#[derive(Clone, Copy, Default)]
enum Side {
    /// No cell has stated one.
    #[default]
    Unknown,
    All(Option<Align>),
    Mixed,
}

/// An open table.
#[derive(Default)]
pub(super) struct Table {
    pub(super) section: Section,
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    foot: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// True if the row has a cell that is no header.
    data: bool,
    /// True if the row's first cell is a header.
    is_headed: bool,
    /// True if a row below the head begins with a header.
    has_headings: bool,
    /// True if a row below the head does not begin with a header.
    has_plain_rows: bool,
    /// The number of empty cells that were added.
    padding: usize,
    /// For each column, the number of further rows that a cell above covers.
    reach: Vec<u32>,
    sides: Vec<Side>,
}

fn empty() -> Cell {
    Cell::Text(Vec::new())
}

impl Table {
    /// Adds a cell, and empty ones for the columns and rows that it covers.
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

    /// Adds the cells for columns that a cell above covers.
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

    /// Returns true if another empty cell is within the limit.
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

    /// The alignment of each column, if any has one.
    fn align(&mut self) -> Vec<Option<Align>> {
        let sides: Vec<_> = take(&mut self.sides)
            .into_iter()
            .map(|side| if let Side::All(side) = side { side } else { None })
            .collect();
        if sides.iter().all(Option::is_none) { Vec::new() } else { sides }
    }
}

impl Builder<'_> {
    /// Adds a cell to its table: running text with a line for each paragraph, if it contains nothing else.
    pub(super) fn end_cell(&mut self, cell: &mut Container, blocks: &mut Vec<Block>) {
        let Some(reach) = cell.reach else { return };
        // A picture beside text is put after the table.
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

    /// Makes the block of a table. A table of one cell is used for layout only.
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

/// Returns true if a block is a line of text in a cell.
fn is_line(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph { .. } | BlockKind::Heading { .. })
}

/// Joins lines with line breaks.
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
