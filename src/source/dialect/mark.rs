//! Marks on texts, and texts in a line.

use crate::article::{Inline, Span, SpanKind};
use crate::network::address::Address;
use crate::source::compose::line_break;
use crate::text::search::pieces;

/// The most marks that are read of one text.
pub(super) const MARKS_MAX: usize = 20;

/// The effect of a mark on its text.
pub(super) enum Mark {
    /// A span.
    Kind(SpanKind),
    /// A link; `None` if its address was refused.
    Link(Option<Address>),
    /// A place that links in the article may lead to.
    Anchor(String),
}

/// The mark of a name, for the names of many editors. A mark that changes only the look (underlined, coloured) is
/// ignored.
#[inline(never)]
pub(super) fn mark(name: &str) -> Option<Mark> {
    Some(Mark::Kind(match name {
        "bold" | "strong" => SpanKind::Strong,
        "italic" | "em" | "emphasis" => SpanKind::Em,
        "strike" | "strikethrough" | "strike-through" | "s" | "del" => SpanKind::Del,
        "code" | "inlineCode" => SpanKind::Code,
        "highlight" | "mark" => SpanKind::Mark,
        "subscript" | "sub" => SpanKind::Sub,
        "superscript" | "sup" => SpanKind::Sup,
        _ => return None,
    }))
}

/// Text in which line breaks become such.
#[inline(never)]
pub(super) fn broken(text: &str) -> Vec<Inline> {
    let mut content = Vec::new();
    for (at, line) in pieces(text, "\n").enumerate() {
        if at > 0 {
            content.push(line_break());
        }
        if !line.is_empty() {
            content.push(Inline::Text(line.to_owned()));
        }
    }
    content
}

/// Puts marks on text, the last one innermost.
#[inline(never)]
pub(super) fn marked(mut content: Vec<Inline>, marks: Vec<Mark>) -> Vec<Inline> {
    for mark in marks.into_iter().rev() {
        if content.is_empty() {
            break;
        }
        let mut span = Span::new(SpanKind::Link, content);
        match mark {
            Mark::Kind(kind) => span.kind = kind,
            Mark::Link(href) if href.is_some() => span.href = href,
            Mark::Anchor(name) => (span.kind, span.anchor) = (SpanKind::Bdi, Some(name)),
            Mark::Link(_) => {
                content = span.content;
                continue;
            }
        }
        content = vec![Inline::Span(span)];
    }
    content
}

/// Appends text to a line. Neighbouring parts of one link are joined, even if some are bold.
#[inline(never)]
pub(super) fn append(line: &mut Vec<Inline>, content: Vec<Inline>) {
    for inline in content {
        match (line.last_mut(), inline) {
            (Some(Inline::Span(last)), Inline::Span(next))
                if last.kind == SpanKind::Link && last.href.is_some() && last.href == next.href =>
            {
                last.content.extend(next.content);
            }
            (_, inline) => line.push(inline),
        }
    }
}
