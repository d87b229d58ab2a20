//! Prismic's rich text: a list of blocks of text, with marks on ranges of it.

use super::thing::address;
use super::thing::{by_address, image};
use super::tree::{append, broken, mark, marked};
use crate::article::{Block, BlockKind, Direction, Inline};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::{Budget, heading, leftovers, link, list, paragraph};
use crate::text::number::whole;

/// The most marks on one text.
const SPANS_MAX: usize = 200;

/// A mark on a range, counted as JavaScript counts.
struct Range {
    start: u32,
    end: u32,
    kind: String,
    to: Option<Address>,
}

pub(super) fn blocks(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let budget = Budget::new();
    let mut blocks: Vec<Block> = Vec::new();
    // The list that is open: numbered or not.
    let mut open: Option<bool> = None;
    for element in json.items() {
        if !budget.take() {
            return None;
        }
        let kind = element.line("type").unwrap_or_default();
        let entry = match kind.as_str() {
            "list-item" => Some(false),
            "o-list-item" => Some(true),
            _ => None,
        };
        let made = block(&element, &kind, base);
        match entry {
            Some(ordered) => {
                let item: Vec<Block> = made.into_iter().collect();
                match blocks.last_mut().map(|block| &mut block.kind) {
                    Some(BlockKind::List { items, .. }) if open == entry => items.push(item),
                    _ => blocks.push(list(ordered, vec![item])),
                }
            }
            None => blocks.extend(made),
        }
        open = entry;
    }
    Some(blocks)
}

fn block(element: &Json, kind: &str, base: Option<&Address>) -> Option<Block> {
    let mut made = match kind {
        "image" => {
            let Some(src) = address(element, "url", base, Purpose::Image) else {
                return leftovers(element, base).into_iter().next();
            };
            let mut image = image(src, element, base);
            image.href = leads(&element.get("linkTo"), base);
            BlockKind::Image(image).into()
        }
        "embed" => {
            let answer = element.get("oembed");
            match address(&answer, "embed_url", None, Purpose::Page) {
                Some(page) => by_address(page, &answer),
                None => return leftovers(&answer, base).into_iter().next(),
            }
        }
        "preformatted" => {
            BlockKind::Code { text: element.get("text").text().unwrap_or_default(), language: None }.into()
        }
        _ => match kind.strip_prefix("heading").and_then(|level| whole(level, 10)) {
            Some(level) => heading(level, line(element, base))?,
            None => paragraph(line(element, base))?,
        },
    };
    if element.line("direction").as_deref() == Some("rtl") {
        made.dir = Some(Direction::Rtl);
    }
    Some(made)
}

/// Where a link leads; one inside of Prismic only where the sender has resolved it.
fn leads(data: &Json, base: Option<&Address>) -> Option<Address> {
    address(data, "url", base, Purpose::Link)
}

/// The text of a block: cut where a mark begins or ends.
fn line(element: &Json, base: Option<&Address>) -> Vec<Inline> {
    let text = element.get("text").text().or_else(|| element.at("content.text").text()).unwrap_or_default();
    let spans = element.get("spans");
    let spans = if spans.is_array() { spans } else { element.at("content.spans") };
    let mut ranges = Vec::new();
    for span in spans.items_within(SPANS_MAX) {
        if let (Some(start), Some(end)) = (span.count("start"), span.count("end"))
            && start < end
        {
            let kind = span.line("type").unwrap_or_default();
            ranges.push(Range { start, end, kind, to: leads(&span.get("data"), base) });
        }
    }
    let mut content = Vec::new();
    let mut run = String::new();
    let mut at = 0_u32;
    for c in text.chars() {
        if ranges.iter().any(|range| range.start == at || range.end == at) {
            flush(&mut run, at, &ranges, &mut content);
        }
        run.push(c);
        at = at.saturating_add(c.len_utf16() as u32);
    }
    flush(&mut run, at, &ranges, &mut content);
    content
}

/// Appends what stands before a place, with the marks that are on it.
fn flush(run: &mut String, end: u32, ranges: &[Range], content: &mut Vec<Inline>) {
    let Some(last) = end.checked_sub(1).filter(|_| !run.is_empty()) else { return };
    let mut marks = Vec::new();
    let mut to = None;
    for range in ranges.iter().filter(|range| range.start <= last && last < range.end) {
        match range.kind.as_str() {
            "hyperlink" => to = range.to.clone().or(to),
            kind => marks.extend(mark(kind)),
        }
    }
    let made: Vec<Inline> = marked(broken(&std::mem::take(run)), marks);
    append(content, link(made, to));
}
