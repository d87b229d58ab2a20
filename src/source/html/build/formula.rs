//! Parts of formulas in a form of MathML that browsers no longer show.

use crate::article::{Inline, Span, SpanKind};

fn span(kind: SpanKind, content: Vec<Inline>) -> Inline {
    Inline::Span(Span::new(kind, content))
}

fn operator(sign: &str) -> Inline {
    span(SpanKind::Mo, vec![Inline::Text(sign.to_owned())])
}

/// Puts parts in brackets, with commas between.
pub(super) fn fenced(parts: Vec<Inline>) -> Vec<Inline> {
    let mut row = vec![operator("(")];
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            row.push(operator(","));
        }
        row.push(part);
    }
    row.push(operator(")"));
    row
}

/// Converts a base, pairs of subscripts and superscripts after it, a mark, and pairs before it.
pub(super) fn multiscripts(parts: Vec<Inline>) -> Vec<Inline> {
    let mut parts = parts.into_iter();
    let mut made = parts.next().unwrap_or_else(|| span(SpanKind::Mrow, Vec::new()));
    let mut before: Vec<Inline> = Vec::new();
    let mut is_before = false;
    while let Some(below) = parts.next() {
        if matches!(&below, Inline::Span(mark) if mark.kind == SpanKind::Br) {
            is_before = true;
            continue;
        }
        let above = parts.next().unwrap_or_else(|| span(SpanKind::Mrow, Vec::new()));
        if is_before {
            let nothing = span(SpanKind::Mrow, Vec::new());
            before.push(span(SpanKind::Msubsup, vec![nothing, below, above]));
        } else {
            made = span(SpanKind::Msubsup, vec![made, below, above]);
        }
    }
    before.push(made);
    before
}
