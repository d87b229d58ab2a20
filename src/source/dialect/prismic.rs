//! Prismic's rich text: a list of blocks of text, with marks on ranges of it.

use super::context::{BodyContext, first_text};
use super::mark::{append, broken, mark, marked};
use super::thing::{by_address, guess, image};
use crate::article::{Block, BlockKind, Direction, Inline};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::{heading, link, list, paragraph};
use crate::text::number;

/// The most marks on one text.
const SPANS_MAX: usize = 200;

/// A mark on a range, in UTF-16 units.
struct Range {
    start: u32,
    end: u32,
    kind: String,
    to: Option<Address>,
}

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let mut blocks: Vec<Block> = Vec::new();
    // The list that is open: true if it is numbered.
    let mut open: Option<bool> = None;
    for element in json.items() {
        if !context.budget.take() {
            return None;
        }
        let kind = element.line("type").unwrap_or_default();
        let entry = match kind.as_str() {
            "list-item" | "group-list-item" => Some(false),
            "o-list-item" | "group-o-list-item" => Some(true),
            _ => None,
        };
        let mut made = block(&element, &kind, context, depth)?;
        match (entry, blocks.last_mut().map(|block| &mut block.kind)) {
            (Some(_), Some(BlockKind::List { items, .. })) if open == entry => items.push(made),
            (Some(ordered), _) => blocks.push(list(ordered, vec![made])),
            (None, _) => blocks.append(&mut made),
        }
        open = entry;
    }
    Some(blocks)
}

fn block(element: &Json, kind: &str, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let mut made: Option<Block> = match kind {
        "image" => match context.address(element, &["url"], Purpose::Image) {
            Some(src) => {
                let mut image = image(src, &[element], context);
                image.href = leads(&element.get("linkTo"), context);
                Some(BlockKind::Image(image).into())
            }
            None => return guess(element, context, depth + 1),
        },
        "embed" => {
            let answer = element.get("oembed");
            match context.address(&answer, &["embed_url", "url"], Purpose::Page) {
                Some(page) => Some(by_address(page, first_text(&answer, &["title"]), &answer, context)),
                None => return guess(&answer, context, depth + 1),
            }
        }
        "preformatted" => {
            Some(BlockKind::Code { text: text(element).unwrap_or_default(), language: None }.into())
        }
        _ if text(element).is_none() => return guess(element, context, depth + 1),
        _ => {
            let line = line(element, context);
            match kind.strip_prefix("heading").and_then(|level| number::whole(level, 10)) {
                Some(level) => heading(level, line),
                None => paragraph(line),
            }
        }
    };
    if let Some(made) = &mut made
        && element.line("direction").as_deref() == Some("rtl")
    {
        made.dir = Some(Direction::Rtl);
    }
    Some(made.into_iter().collect())
}

/// The text of an element; older answers have it one step deeper.
fn text(element: &Json) -> Option<String> {
    element.get("text").text().or_else(|| element.at("content.text").text())
}

/// The target of a link. A link inside of Prismic has one only if the sender has resolved it.
fn leads(data: &Json, context: &BodyContext<'_>) -> Option<Address> {
    context.address(data, &["url", "value"], Purpose::Link)
}

/// The text of a block, split where a mark begins or ends.
fn line(element: &Json, context: &BodyContext<'_>) -> Vec<Inline> {
    let spans = element.get("spans");
    let spans = if spans.is_array() { spans } else { element.at("content.spans") };
    let mut ranges = Vec::new();
    for span in spans.items_within(SPANS_MAX) {
        if let (Some(start), Some(end)) = (span.count("start"), span.count("end"))
            && start < end
        {
            let kind = span.line("type").unwrap_or_default();
            ranges.push(Range { start, end, kind, to: leads(&span.get("data"), context) });
        }
    }
    let mut content = Vec::new();
    let mut run = String::new();
    let (mut at, mut next) = (0_u32, cut_after(0, &ranges));
    for c in text(element).unwrap_or_default().chars() {
        if at >= next {
            flush(&mut run, at, &ranges, &mut content);
            next = cut_after(at, &ranges);
        }
        run.push(c);
        at = at.saturating_add(c.len_utf16() as u32);
    }
    flush(&mut run, at, &ranges, &mut content);
    content
}

/// The next position at which a mark begins or ends.
fn cut_after(at: u32, ranges: &[Range]) -> u32 {
    let mut next = u32::MAX;
    for place in ranges.iter().flat_map(|range| [range.start, range.end]) {
        if place > at {
            next = next.min(place);
        }
    }
    next
}

/// Appends the text up to a position, with its marks.
fn flush(run: &mut String, end: u32, ranges: &[Range], content: &mut Vec<Inline>) {
    let Some(last) = end.checked_sub(1).filter(|_| !run.is_empty()) else { return };
    let (mut marks, mut to) = (Vec::new(), None);
    for range in ranges.iter().filter(|range| range.start <= last && last < range.end) {
        match range.kind.as_str() {
            "hyperlink" => to = range.to.clone().or(to),
            kind => marks.extend(mark(kind)),
        }
    }
    let made = marked(broken(&std::mem::take(run)), marks);
    append(content, link(made, to));
}
