//! Turns trees of nodes into blocks. The dialects share this; each tells what a node is, in the terms of the model.

use super::context::BodyContext;
use super::mark::{Mark, append, broken, marked};
use super::thing::guess;
use crate::article::{Block, BlockKind, Cell, Direction, Image, Inline, Span, SpanKind};
use crate::network::json::Json;
use crate::source::compose::{
    DEPTH_MAX, cell, divider, flattened, heading, line_break, list, paragraph, plain, quote, table,
};
use crate::text::search::trimmed;
use std::mem::take;

/// The greatest size in px of a picture within a line of text. A larger one becomes a block.
const SIGN_MAX: u32 = 48;

/// The kind of a node.
pub(super) enum Node {
    /// Text with its marks, the outermost first. Line breaks in it are kept.
    Text(String, Vec<Mark>),
    /// A mark on all children.
    Around(Mark),
    /// A line break.
    Break,
    /// A picture.
    Picture(Image),
    /// A paragraph. Blocks inside become blocks of their own.
    Paragraph,
    /// A heading of a level.
    Heading(u32),
    /// A quotation, with its source.
    Quote(Vec<Inline>),
    /// A list: if it is numbered, and the first number. Each child is an entry.
    List(bool, Option<u32>),
    /// An entry, with a sign before its text.
    Item(&'static str),
    /// A table of rows of cells.
    Table,
    /// A cell: if it is a header, and the number of columns.
    Cell(bool, u32),
    /// Preformatted text in the children, and its language.
    Code(Option<String>),
    /// A disclosure. One child is its summary.
    Details,
    /// The summary of a disclosure.
    Summary,
    /// A thematic break.
    Divider,
    /// Blocks that were read already.
    Blocks(Vec<Block>),
    /// A custom object.
    Thing(Json),
    /// No element of its own. The children take its place.
    Transparent,
}

/// The nodes of one dialect.
pub(super) trait Grammar {
    /// The kind of a node.
    fn node(&self, json: &Json) -> Node;
    /// The children of a node.
    fn children(&self, json: &Json) -> Json;
    /// The direction of its text, if it has one.
    fn direction(&self, _json: &Json) -> Option<Direction> {
        None
    }
}

/// Reads the trees of a dialect, until the budget is spent.
pub(super) struct Tree<'a> {
    pub(super) grammar: &'a dyn Grammar,
    pub(super) context: &'a BodyContext<'a>,
}

impl Tree<'_> {
    /// Reads a list of nodes. `None` if there are more than the limits allow.
    pub(super) fn blocks(&self, nodes: &Json, depth: u32) -> Option<Vec<Block>> {
        self.read(&nodes.items(), false, depth)
    }

    /// Reads nodes. With `in_line` they stand in a line of text, and unknown nodes stay in it.
    fn read(&self, nodes: &[Json], in_line: bool, depth: u32) -> Option<Vec<Block>> {
        let (mut blocks, mut line) = (Vec::new(), Vec::new());
        if depth > DEPTH_MAX {
            return Some(paragraph(plain(self.text(nodes, " ")?)).into_iter().collect());
        }
        for json in nodes {
            if !self.context.budget.take() {
                return None;
            }
            if let Some(text) = json.text() {
                append(&mut line, broken(&text));
                continue;
            }
            let inner = |in_line: bool| self.read(&self.children(json), in_line, depth + 1);
            let mut made: Vec<Block> = match self.grammar.node(json) {
                Node::Text(text, marks) => {
                    append(&mut line, marked(broken(&text), marks));
                    continue;
                }
                Node::Break => {
                    line.push(line_break());
                    continue;
                }
                Node::Picture(image) if in_line && image.width.is_some_and(|px| px <= SIGN_MAX) => {
                    let image = Some(Box::new(image));
                    line.push(Inline::Span(Span { image, ..Span::new(SpanKind::Image, Vec::new()) }));
                    continue;
                }
                Node::Around(mark) => {
                    append(&mut line, marked(flattened(inner(true)?), vec![mark]));
                    continue;
                }
                Node::Picture(image) => vec![BlockKind::Image(image).into()],
                Node::Paragraph => inner(true)?,
                Node::Heading(level) => heading(level, flattened(inner(true)?)).into_iter().collect(),
                Node::Quote(cite) => vec![quote(inner(false)?, cite)],
                Node::List(ordered, start) => vec![self.list(&self.children(json), ordered, start, depth)?],
                Node::Table => vec![self.table(&self.children(json), depth)?],
                Node::Code(language) => {
                    let text = self.text(&self.children(json), "\n")?;
                    vec![BlockKind::Code { text, language }.into()]
                }
                Node::Details => vec![self.details(&self.children(json), depth)?],
                Node::Divider => vec![divider()],
                Node::Blocks(ready) => ready,
                Node::Thing(thing) => guess(&thing, self.context, depth + 1)?,
                Node::Item(_) | Node::Cell(..) | Node::Summary | Node::Transparent => {
                    let mut inner = inner(in_line)?;
                    // Unknown nodes in a line of text stay in it.
                    if (in_line || !line.is_empty())
                        && let [Block { kind: BlockKind::Paragraph { content }, .. }] = inner.as_mut_slice()
                    {
                        append(&mut line, take(content));
                        continue;
                    }
                    inner
                }
            };
            end(&mut line, &mut blocks);
            if let ([block], direction) = (made.as_mut_slice(), self.grammar.direction(json)) {
                block.dir = block.dir.or(direction);
            }
            blocks.append(&mut made);
        }
        end(&mut line, &mut blocks);
        Some(blocks)
    }

    /// The children of a node, or its text as one.
    fn children(&self, json: &Json) -> Vec<Json> {
        let children = self.grammar.children(json);
        if children.text().is_some() { vec![children] } else { children.items() }
    }

    fn list(&self, entries: &[Json], ordered: bool, start: Option<u32>, depth: u32) -> Option<Block> {
        let mut items: Vec<Vec<Block>> = Vec::new();
        for entry in entries {
            let node = self.grammar.node(entry);
            let mut item = match node {
                // A child that is no entry is treated as one.
                Node::Item(_) | Node::Transparent => {
                    if !self.context.budget.take() {
                        return None;
                    }
                    self.read(&self.children(entry), false, depth + 1)?
                }
                _ => self.read(std::slice::from_ref(entry), false, depth + 1)?,
            };
            // A list between entries, or in an entry of its own, belongs to the entry before it.
            let is_list = matches!(item.as_slice(), [Block { kind: BlockKind::List { .. }, .. }]);
            match (node, items.last_mut()) {
                (Node::List(..), Some(last)) => {
                    last.append(&mut item);
                    continue;
                }
                (Node::Item(_), Some(last)) if is_list => {
                    last.append(&mut item);
                    continue;
                }
                (Node::Item(sign), _) if !sign.is_empty() => signed(sign, &mut item),
                _ => {}
            }
            items.push(item);
        }
        let mut made = list(ordered, items);
        if let BlockKind::List { start: first, .. } = &mut made.kind {
            *first = start.filter(|start| *start != 1);
        }
        Some(made)
    }

    fn table(&self, rows: &[Json], depth: u32) -> Option<Block> {
        let (mut head, mut body) = (Vec::new(), Vec::new());
        // Some dialects group the rows of a table.
        let is_cell = |json: &Json| matches!(self.grammar.node(json), Node::Cell(..));
        let is_group =
            |json: &Json| self.children(json).iter().any(|row| self.children(row).iter().any(is_cell));
        let rows: Vec<Json> = rows
            .iter()
            .flat_map(|row| if is_group(row) { self.children(row) } else { vec![row.clone()] })
            .collect();
        for row in &rows {
            let (mut made, mut is_head): (Vec<Cell>, bool) = (Vec::new(), head.is_empty() && body.is_empty());
            for json in self.children(row) {
                let mut columns = 1;
                let inner = if let Node::Cell(of_head, wide) = self.grammar.node(&json) {
                    (is_head, columns) = (is_head && of_head, wide);
                    self.read(&self.children(&json), false, depth + 1)?
                } else {
                    is_head = false;
                    self.read(&[json], false, depth + 1)?
                };
                made.push(cell(inner));
                for _ in 1..columns {
                    if !self.context.budget.take() {
                        return None;
                    }
                    made.push(Cell::Text(Vec::new()));
                }
                if !self.context.budget.take() {
                    return None;
                }
            }
            if is_head { head = made } else { body.push(made) }
        }
        Some(table(head, body, Vec::new()))
    }

    fn details(&self, parts: &[Json], depth: u32) -> Option<Block> {
        let (mut summary, mut body) = (Vec::new(), Vec::new());
        for part in parts {
            let mut inner = self.read(std::slice::from_ref(part), false, depth + 1)?;
            if matches!(self.grammar.node(part), Node::Summary) {
                summary = flattened(inner);
            } else {
                body.append(&mut inner);
            }
        }
        Some(BlockKind::Details { summary, body }.into())
    }

    /// The text of nodes at any depth. `between` separates the top ones.
    fn text(&self, nodes: &[Json], between: &str) -> Option<String> {
        let mut text = String::new();
        for (at, json) in nodes.iter().enumerate() {
            let is_text = |node: &Node| matches!(node, Node::Text(..) | Node::Break);
            if at > 0 && !is_text(&self.grammar.node(json)) {
                text.push_str(between);
            }
            let mut open = vec![json.clone()];
            while let Some(json) = open.pop() {
                if !self.context.budget.take() {
                    return None;
                }
                if let Some(part) = json.text() {
                    text.push_str(&part);
                    continue;
                }
                match self.grammar.node(&json) {
                    Node::Text(part, _) => text.push_str(&part),
                    Node::Break => text.push('\n'),
                    _ => open.extend(self.children(&json).into_iter().rev()),
                }
            }
        }
        Some(text)
    }
}

/// Puts a sign before the text of an entry.
fn signed(sign: &str, item: &mut Vec<Block>) {
    let sign = Inline::Text(sign.to_owned());
    match item.first_mut().map(|block| &mut block.kind) {
        Some(BlockKind::Paragraph { content }) => content.insert(0, sign),
        _ => item.insert(0, BlockKind::Paragraph { content: vec![sign] }.into()),
    }
}

/// Ends a line, which becomes a paragraph.
pub(super) fn end(line: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let content = take(line);
    let is_blank = |inline: &Inline| match inline {
        Inline::Text(text) => trimmed(text).is_empty(),
        Inline::Span(span) => span.kind == SpanKind::Br,
    };
    if !content.iter().all(is_blank) {
        blocks.extend(paragraph(content));
    }
}
