//! Texts: plain with links put on ranges of it, HTML, or Markdown.

use crate::article::{Inline, Span, SpanKind};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::{link, plain};
use crate::source::native::address;
use crate::text::search::{pieces, trimmed};

/// The paragraphs of a plain text, with links where `additions` put them: by characters, counted as JavaScript does.
pub(super) fn paragraphs(component: &Json, base: Option<&Address>) -> Vec<Vec<Inline>> {
    let text = component.get("text").text().unwrap_or_default();
    let mut links: Vec<(u32, u32, Address)> = Vec::new();
    for addition in component.get("additions").items() {
        if let (Some(start), Some(length)) = (addition.count("rangeStart"), addition.count("rangeLength"))
            && let Some(to) = address(&addition, "URL", base, Purpose::Link)
            && links.last().is_none_or(|(before, so_long, _)| before.saturating_add(*so_long) <= start)
        {
            links.push((start, length, to));
        }
    }
    let mut paragraphs = Vec::new();
    let mut links = links.into_iter().peekable();
    let mut at = 0_u32;
    for (index, line) in pieces(&text, "\n").enumerate() {
        at = if index == 0 { 0 } else { at.saturating_add(1) };
        let mut content = Vec::new();
        let mut run = String::new();
        let mut open: Option<(u32, Address)> = None;
        for c in line.chars() {
            if open.as_ref().is_some_and(|(end, _)| at >= *end) {
                let to = open.take().map(|(_, to)| to);
                content.extend(link(text_of(&mut run), to));
            }
            if open.is_none()
                && let Some((start, length, to)) = links.next_if(|(start, ..)| *start <= at)
            {
                content.extend(text_of(&mut run));
                open = Some((start.saturating_add(length), to));
            }
            run.push(c);
            at = at.saturating_add(c.len_utf16() as u32);
        }
        let to = open.map(|(_, to)| to);
        content.extend(link(text_of(&mut run), to));
        if !trimmed(line).is_empty() {
            paragraphs.push(content);
        }
    }
    paragraphs
}

fn text_of(run: &mut String) -> Vec<Inline> {
    let run = std::mem::take(run);
    if run.is_empty() { Vec::new() } else { vec![Inline::Text(run)] }
}

/// Paragraphs in one line.
pub(super) fn one_line(paragraphs: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut line = Vec::new();
    for content in paragraphs {
        if !line.is_empty() {
            line.push(Inline::Span(Span::new(SpanKind::Br, Vec::new())));
        }
        line.extend(content);
    }
    line
}

/// A text alone, or an object that has one: captions are either.
pub(super) fn either(value: &Json) -> Vec<Inline> {
    plain(value.trimmed().or_else(|| value.line("text")).unwrap_or_default())
}
