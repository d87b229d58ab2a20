//! Splits plain text into paragraphs, for feeds and JSON-LD without HTML.

use super::limit::BODY_MAX;
use crate::article::{Block, BlockKind, Inline, Span, SpanKind};
use crate::text::search::{pieces, replaced, trimmed};

/// The most lines that are read: one more than a body may have, since each line is a text and a separator. So a text
/// that is cut here is too large in any case.
const LINES_MAX: usize = BODY_MAX.nodes / 2 + 1;

/// The paragraphs of a text. Blank lines separate them, and a single line break is kept.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    split(text).into_iter().map(|lines| BlockKind::Paragraph { content: content(&lines) }.into()).collect()
}

/// The paragraphs of a text whose separators are unknown: without a blank line, each line is one.
pub(super) fn lines_or_paragraphs(text: &str) -> Vec<Block> {
    if split(text).len() == 1 { paragraphs(&replaced(text, "\n", "\n\n")) } else { paragraphs(text) }
}

/// The lines of each paragraph, without empty ones.
pub(super) fn split(text: &str) -> Vec<Vec<&str>> {
    let mut paragraphs = Vec::new();
    let mut lines = Vec::new();
    let mut count = 0;
    // `\r` alone ends a line as well, but in `\r
    // ` it must not make a blank line.
    for line in pieces(text, "\n").flat_map(|line| pieces(line.strip_suffix("\r").unwrap_or(line), "\r")) {
        let line = trimmed(line);
        if !line.is_empty() {
            lines.push(line);
            count += 1;
            if count == LINES_MAX {
                break;
            }
        } else if !lines.is_empty() {
            paragraphs.push(std::mem::take(&mut lines));
        }
    }
    if !lines.is_empty() {
        paragraphs.push(lines);
    }
    paragraphs
}

fn content(lines: &[&str]) -> Vec<Inline> {
    let mut content = Vec::new();
    for line in lines {
        if !content.is_empty() {
            content.push(Inline::Span(Span::new(SpanKind::Br, Vec::new())));
        }
        content.push(Inline::Text((*line).to_owned()));
    }
    content
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_line_breaks_stay() {
        assert_eq!(
            split("un\ndeux\n\n \n trois \r\nquatre\r\n\r\ncinq\n"),
            [vec!["un", "deux"], vec!["trois", "quatre"], vec!["cinq"]]
        );
        assert!(split(" \n\n").is_empty());
        let blocks = paragraphs("un\ndeux");
        let [Block { kind: BlockKind::Paragraph { content }, .. }] = blocks.as_slice() else {
            panic!("{blocks:?}")
        };
        assert_eq!(content.len(), 3);
        assert_eq!(content[1], Inline::Span(Span::new(SpanKind::Br, Vec::new())));
    }
}
