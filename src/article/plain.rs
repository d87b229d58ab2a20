//! Running text as plain text.

use super::inline::{Inline, SpanKind};

/// Appends the text of inlines without their marks. A line break becomes a space, a picture its alternative text, a
/// reading (ruby) stands in brackets, and the operators of a formula are kept.
pub fn plain_text(inlines: &[Inline], into: &mut String) {
    for inline in inlines {
        write_plain(inline, true, into);
    }
}

/// The same without the readings of characters, which repeat them: the text whose words are counted.
pub fn counted_text(inlines: &[Inline], into: &mut String) {
    for inline in inlines {
        write_plain(inline, false, into);
    }
}

fn write_plain(inline: &Inline, readings: bool, into: &mut String) {
    let span = match inline {
        Inline::Text(text) => return into.push_str(text),
        Inline::Span(span) => span,
    };
    // The texts between the parts, before the first and after the last.
    let (between, before, after) = match span.kind {
        SpanKind::Br => return into.push(' '),
        SpanKind::Image => return into.push_str(span.image.as_ref().map_or("", |image| &image.alt)),
        SpanKind::Rt if !readings => return,
        SpanKind::Rt => ("", "(", ")"),
        SpanKind::Mfrac => ("/", "", ""),
        SpanKind::Msqrt => ("", "√(", ")"),
        SpanKind::Msup | SpanKind::Mover => ("^", "", ""),
        SpanKind::Msub | SpanKind::Munder => ("_", "", ""),
        SpanKind::Mroot | SpanKind::Msubsup | SpanKind::Munderover | SpanKind::Mtr | SpanKind::Mtable => {
            (" ", "", "")
        }
        _ => ("", "", ""),
    };
    into.push_str(before);
    for (at, part) in span.content.iter().enumerate() {
        into.push_str(if at == 0 { "" } else { between });
        write_plain(part, readings, into);
    }
    into.push_str(after);
}
