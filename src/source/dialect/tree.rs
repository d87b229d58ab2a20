//! Trees of nodes into blocks: what the dialects share. Each says what a node is, in the words of the model.

use crate::article::{Block, BlockKind, Cell, Inline, Span, SpanKind};
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::compose::{Budget, DEPTH_MAX, cell, flattened, heading, list, paragraph, plain, table};
use crate::text::search::{pieces, trimmed};

/// What a mark makes of the text that it is put on.
pub(super) enum Mark {
    /// A span.
    Kind(SpanKind),
    /// A link.
    Link(Option<Address>),
}

/// What a node is.
pub(super) enum Node {
    /// Text, with the marks on it, the outermost first. A line break in it is one.
    Text(String, Vec<Mark>),
    /// Text that stands in the line, ready made.
    Inline(Vec<Inline>),
    /// A mark around its children.
    Around(Mark),
    /// A line break.
    Break,
    /// A paragraph: where blocks stand in it, they stand by themselves.
    Paragraph,
    /// A heading of a level.
    Heading(u32),
    /// A quotation, with whose it is.
    Quote(Vec<Inline>),
    /// A list, numbered or not: each child is an entry.
    List(bool, Option<u32>),
    /// A table of rows of cells; a cell of the head where the function says so.
    Table(fn(&Json) -> bool),
    /// Preformatted text, in the children.
    Code(Option<String>),
    /// Blocks, ready made.
    Blocks(Vec<Block>),
    /// Nothing of its own: its children stand in its place.
    Transparent,
}

/// A dialect.
pub(super) trait Dialect {
    /// What a node is.
    fn node(&self, json: &Json) -> Node;
    /// Its children.
    fn children(&self, json: &Json) -> Json;
}

/// Reads trees of a dialect, until the budget is spent.
pub(super) struct Tree<'a, D> {
    pub(super) dialect: &'a D,
    pub(super) budget: &'a Budget,
}

impl<D: Dialect> Tree<'_, D> {
    /// The blocks of a list of nodes; `None` where there are more than the caps allow.
    pub(super) fn blocks(&self, nodes: &Json, depth: u32) -> Option<Vec<Block>> {
        let (mut blocks, mut line) = (Vec::new(), Vec::new());
        if depth > DEPTH_MAX {
            return Some(blocks);
        }
        for json in nodes.items() {
            if !self.budget.take() {
                return None;
            }
            let children = || self.dialect.children(&json);
            let inner = || self.blocks(&children(), depth + 1);
            let node = self.dialect.node(&json);
            match node {
                Node::Text(text, marks) => append(&mut line, marked(broken(&text), marks)),
                Node::Inline(content) => append(&mut line, content),
                Node::Break => line.push(Inline::Span(Span::new(SpanKind::Br, Vec::new()))),
                Node::Around(mark) => append(&mut line, marked(flattened(inner()?), vec![mark])),
                Node::Transparent => {
                    let mut inner = inner()?;
                    // What is text in the line stays in it.
                    if let [Block { kind: BlockKind::Paragraph { content }, .. }] = inner.as_mut_slice() {
                        append(&mut line, std::mem::take(content));
                    } else {
                        end(&mut line, &mut blocks);
                        blocks.append(&mut inner);
                    }
                }
                node => {
                    end(&mut line, &mut blocks);
                    match node {
                        Node::Heading(level) => blocks.extend(heading(level, flattened(inner()?))),
                        Node::Quote(cite) => blocks.push(BlockKind::Quote { body: inner()?, cite }.into()),
                        Node::List(ordered, start) => {
                            blocks.push(self.list(&children(), ordered, start, depth)?)
                        }
                        Node::Table(is_head) => blocks.push(self.table(&children(), is_head, depth)?),
                        Node::Code(language) => {
                            let mut text = String::new();
                            self.append_text(&children(), &mut text, depth)?;
                            blocks.push(BlockKind::Code { text, language }.into());
                        }
                        Node::Blocks(ready) => blocks.extend(ready),
                        _ => blocks.extend(inner()?),
                    }
                }
            }
        }
        end(&mut line, &mut blocks);
        Some(blocks)
    }

    /// The text of nodes in one line.
    pub(super) fn line(&self, nodes: &Json, depth: u32) -> Option<Vec<Inline>> {
        self.blocks(nodes, depth).map(flattened)
    }

    fn list(&self, entries: &Json, ordered: bool, start: Option<u32>, depth: u32) -> Option<Block> {
        let mut items: Vec<Vec<Block>> = Vec::new();
        for entry in entries.items() {
            if !self.budget.take() {
                return None;
            }
            if let (Node::List(..), Some(last)) = (self.dialect.node(&entry), items.last_mut()) {
                // A list beside entries belongs to the entry before it.
                let Node::List(ordered, start) = self.dialect.node(&entry) else { continue };
                last.push(self.list(&self.dialect.children(&entry), ordered, start, depth + 1)?);
            } else {
                items.push(self.blocks(&self.dialect.children(&entry), depth + 1)?);
            }
        }
        let mut made = list(ordered, items);
        if let BlockKind::List { start: first, .. } = &mut made.kind {
            *first = start.filter(|start| *start != 1);
        }
        Some(made)
    }

    fn table(&self, rows: &Json, is_head: fn(&Json) -> bool, depth: u32) -> Option<Block> {
        let (mut head, mut body) = (Vec::new(), Vec::new());
        for (at, row) in rows.items().iter().enumerate() {
            let cells = self.dialect.children(row).items();
            let mut made: Vec<Cell> = Vec::new();
            for json in &cells {
                if !self.budget.take() {
                    return None;
                }
                made.push(cell(self.blocks(&self.dialect.children(json), depth + 1)?));
            }
            if at == 0 && !cells.is_empty() && cells.iter().all(is_head) {
                head = made;
            } else {
                body.push(made);
            }
        }
        Some(table(head, body, Vec::new()))
    }

    fn append_text(&self, nodes: &Json, text: &mut String, depth: u32) -> Option<()> {
        for json in nodes.items() {
            if !self.budget.take() {
                return None;
            }
            match self.dialect.node(&json) {
                Node::Text(part, _) => text.push_str(&part),
                Node::Break => text.push('\n'),
                _ if depth <= DEPTH_MAX => {
                    self.append_text(&self.dialect.children(&json), text, depth + 1)?
                }
                _ => {}
            }
        }
        Some(())
    }
}

/// Ends a line: what stands in it is a paragraph.
fn end(line: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let content = std::mem::take(line);
    let is_blank =
        content.iter().all(|inline| matches!(inline, Inline::Text(text) if trimmed(text).is_empty()));
    if !is_blank {
        blocks.extend(paragraph(content));
    }
}

/// Text with its line breaks as such.
pub(super) fn broken(text: &str) -> Vec<Inline> {
    let mut content = Vec::new();
    for (at, line) in pieces(text, "\n").enumerate() {
        if at > 0 {
            content.push(Inline::Span(Span::new(SpanKind::Br, Vec::new())));
        }
        if !line.is_empty() {
            content.push(Inline::Text(line.to_owned()));
        }
    }
    content
}

/// Text with marks put on it, the last one innermost.
pub(super) fn marked(mut content: Vec<Inline>, marks: Vec<Mark>) -> Vec<Inline> {
    if content.is_empty() {
        return content;
    }
    for mark in marks.into_iter().rev() {
        let span = match mark {
            Mark::Kind(kind) => Span::new(kind, content),
            Mark::Link(href) if href.is_some() => Span { href, ..Span::new(SpanKind::Link, content) },
            Mark::Link(_) => continue,
        };
        content = vec![Inline::Span(span)];
    }
    content
}

/// Appends text to a line. Parts of one link, of which some are bold, are one link.
pub(super) fn append(line: &mut Vec<Inline>, content: Vec<Inline>) {
    for inline in content {
        if let (Some(Inline::Span(last)), Inline::Span(next)) = (line.last_mut(), &inline)
            && last.kind == SpanKind::Link
            && next.kind == SpanKind::Link
            && last.href.is_some()
            && last.href == next.href
        {
            last.content.extend(next.content.iter().cloned());
        } else {
            line.push(inline);
        }
    }
}

/// The mark of a name, of the many that editors have.
pub(super) fn mark(name: &str) -> Option<Mark> {
    Some(Mark::Kind(match name {
        "bold" | "strong" => SpanKind::Strong,
        "italic" | "em" | "emphasis" => SpanKind::Em,
        "strike" | "strikethrough" | "strike-through" | "s" | "del" => SpanKind::Del,
        "code" => SpanKind::Code,
        "highlight" | "mark" => SpanKind::Mark,
        "subscript" | "sub" => SpanKind::Sub,
        "superscript" | "sup" => SpanKind::Sup,
        _ => return None,
    }))
}

/// A paragraph of plain text.
pub(super) fn text_block(text: Option<String>) -> Vec<Block> {
    paragraph(plain(text.unwrap_or_default())).into_iter().collect()
}
