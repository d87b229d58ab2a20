//! Helpers with which the readers of formats make blocks.

use super::html;
use crate::article::{Block, BlockKind, Cell, Inline, Span, SpanKind};
use crate::network::address::Address;
use crate::network::json::Json;
use crate::text::number;
use crate::text::search::trimmed;
use std::cell;

/// The greatest depth of elements. Deeper ones are left out, because no article needs them and the stack is finite.
pub(super) const DEPTH_MAX: u32 = 100;

/// The most blocks and parts of blocks of one article.
const PARTS_MAX: u32 = 20_000;

/// The most values that are searched for the text of an unknown element.
const LEFTOVERS_MAX: u32 = 2_000;

/// Names of members that hold text for readers in unknown elements.
const TEXTS: &[&str] = &[
    "title",
    "headline",
    "heading",
    "label",
    "text",
    "content",
    "html",
    "body",
    "description",
    "summary",
    "caption",
    "subtitle",
    "quote",
    "attribution",
    "question",
    "answer",
    "message",
];

/// Returns true if a member of an element that is not known holds text for readers, by its name.
pub(super) fn is_text(key: &str) -> bool {
    TEXTS.contains(&key)
}

/// A budget of blocks and parts of blocks that may still be read.
pub(super) struct Budget(cell::Cell<u32>);

impl Budget {
    pub(super) fn new() -> Self {
        Budget(cell::Cell::new(PARTS_MAX))
    }

    /// Counts one. Returns false if the budget is spent.
    pub(super) fn take(&self) -> bool {
        let left = self.0.get().checked_sub(1);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }
}

/// Reads a list of elements at a depth, each by `read`. `None` if there are more than the limits allow.
pub(super) fn each(
    json: &Json,
    depth: u32,
    budget: &Budget,
    read: &dyn Fn(&Json) -> Option<Vec<Block>>,
) -> Option<Vec<Block>> {
    let mut blocks = Vec::new();
    if depth > DEPTH_MAX {
        return Some(blocks);
    }
    for element in json.items() {
        if !budget.take() {
            return None;
        }
        blocks.extend(read(&element)?);
    }
    Some(blocks)
}

/// A whole number, which some systems write as a text.
pub(super) fn whole(json: &Json, key: &str) -> Option<u32> {
    json.count(key).or_else(|| number::whole(&json.line(key)?, 10))
}

/// Running text of a plain string; empty for an empty one.
pub(super) fn plain(text: String) -> Vec<Inline> {
    if trimmed(&text).is_empty() { Vec::new() } else { vec![Inline::Text(text)] }
}

/// A paragraph, unless it is empty.
pub(super) fn paragraph(content: Vec<Inline>) -> Option<Block> {
    (!content.is_empty()).then(|| BlockKind::Paragraph { content }.into())
}

/// A heading, unless it is empty.
pub(super) fn heading(level: u32, content: Vec<Inline>) -> Option<Block> {
    let level = level.clamp(1, 6) as u8;
    (!content.is_empty()).then(|| BlockKind::Heading { level, content }.into())
}

/// A list that counts from 1, or a bulleted one.
pub(super) fn list(ordered: bool, items: Vec<Vec<Block>>) -> Block {
    let (start, numbering, values) = (None, None, Vec::new());
    BlockKind::List { ordered, start, reversed: false, numbering, values, items }.into()
}

/// A table without alignment of columns.
pub(super) fn table(head: Vec<Cell>, rows: Vec<Vec<Cell>>, caption: Vec<Inline>) -> Block {
    BlockKind::Table { head, rows, row_headings: false, align: Vec::new(), caption }.into()
}

/// A cell of blocks. If they are all running text, the cell is that.
pub(super) fn cell(mut blocks: Vec<Block>) -> Cell {
    match blocks.pop() {
        None => Cell::Text(Vec::new()),
        Some(Block { kind: BlockKind::Paragraph { content }, lang: None, dir: None, anchor: None })
            if blocks.is_empty() =>
        {
            Cell::Text(content)
        }
        Some(last) => {
            blocks.push(last);
            Cell::Blocks { blocks }
        }
    }
}

/// Text as a link, or without one if the address was refused.
pub(super) fn link(content: Vec<Inline>, href: Option<Address>) -> Vec<Inline> {
    if href.is_none() || content.is_empty() {
        return content;
    }
    vec![Inline::Span(Span { href, ..Span::new(SpanKind::Link, content) })]
}

/// An embed: a notice with a link to the other site.
pub(super) fn embed(address: &Address, title: Option<String>) -> Block {
    let (provider, url) = html::provider(address);
    BlockKind::Embed { provider, url, title }.into()
}

/// A line break.
pub(super) fn line_break() -> Inline {
    Inline::Span(Span::new(SpanKind::Br, Vec::new()))
}

/// A thematic break.
pub(super) fn divider() -> Block {
    BlockKind::Divider {}.into()
}

/// A quotation.
pub(super) fn quote(body: Vec<Block>, cite: Vec<Inline>) -> Block {
    BlockKind::Quote { body, cite }.into()
}

/// Makes one line of running text from blocks, with line breaks between them, for places that allow nothing else.
pub(super) fn flattened(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::new();
    let mut open: Vec<Block> = blocks;
    open.reverse();
    while let Some(block) = open.pop() {
        let at = open.len();
        let content = match block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => content,
            BlockKind::PullQuote { content, cite } => {
                open.extend(paragraph(cite));
                content
            }
            BlockKind::Quote { mut body, cite } => {
                open.append(&mut body);
                open.extend(paragraph(cite));
                Vec::new()
            }
            BlockKind::Callout { title, mut body } => {
                open.append(&mut body);
                plain(title.unwrap_or_default())
            }
            BlockKind::Details { summary, mut body } => {
                open.append(&mut body);
                summary
            }
            BlockKind::List { items, .. } => {
                for mut item in items {
                    open.append(&mut item);
                }
                Vec::new()
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in head.into_iter().chain(rows.into_iter().flatten()) {
                    match cell {
                        Cell::Text(content) => open.extend(paragraph(content)),
                        Cell::Blocks { mut blocks } => open.append(&mut blocks),
                    }
                }
                Vec::new()
            }
            BlockKind::Code { text, .. } => plain(text),
            BlockKind::Embed { url, title, provider } => link(plain(title.unwrap_or(provider)), Some(url)),
            BlockKind::Image(image) => {
                let image = Some(Box::new(image));
                vec![Inline::Span(Span { image, ..Span::new(SpanKind::Image, Vec::new()) })]
            }
            BlockKind::Audio(media) | BlockKind::Video(media) => link(media.caption, Some(media.src)),
            _ => Vec::new(),
        };
        // The content of the block is read next; it is in reverse order, because it is taken from the end.
        if let Some(inner) = open.get_mut(at..) {
            inner.reverse();
        }
        if !content.is_empty() && !line.is_empty() {
            line.push(line_break());
        }
        line.extend(content);
    }
    line
}

/// The text of an unknown element, at any depth in it: strings under names that usually hold text, read as HTML.
pub(super) fn leftovers(element: &Json, base: Option<&Address>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open = vec![element.clone()];
    let mut left = LEFTOVERS_MAX;
    while let Some(value) = open.pop() {
        if left == 0 {
            break;
        }
        left -= 1;
        let at = open.len();
        open.extend(value.items());
        for key in value.keys() {
            let member = value.get(&key);
            match member.trimmed() {
                Some(text) if is_text(&key) => {
                    blocks.extend(html::blocks(&text, base).unwrap_or_default());
                }
                _ => open.push(member),
            }
        }
        if let Some(inner) = open.get_mut(at..) {
            inner.reverse();
        }
    }
    blocks
}
