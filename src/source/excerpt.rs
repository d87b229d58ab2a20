//! Excerpts. Systems send one for every article: the body's first words, if no editor has written a summary.

use crate::article::{Block, BlockKind, Summary, plain_text};
use crate::text::character::{Class, class};
use crate::text::search::{concat, trimmed_end};

/// The number of letters by which two texts are compared.
const LETTERS_COMPARED: usize = 40;

/// The number of blocks at which an automatic excerpt may begin, since some systems skip a heading or a caption.
const BEGINNINGS: usize = 6;

/// An editor's summary. `None` if it is the body's first words, which systems send in its place. (In the native
/// format a summary is always kept.)
pub(super) fn summary(text: Option<String>, body: &[Block]) -> Option<Summary> {
    text.filter(|text| !is_automatic(text, body)).map(Summary::Text)
}

/// Returns true if an excerpt was cut from the body.
fn is_automatic(excerpt: &str, body: &[Block]) -> bool {
    let end = trimmed_end(excerpt);
    if end.ends_with("[…]") || end.ends_with("[...]") {
        return true;
    }
    let wanted = letters(excerpt);
    // The text from each block at which the excerpt may begin.
    let mut beginnings: Vec<String> = Vec::new();
    for block in body.iter().take(BEGINNINGS) {
        let mut text = String::new();
        match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => {
                plain_text(content, &mut text)
            }
            _ => continue,
        }
        let text = letters(&text);
        for beginning in &mut beginnings {
            if beginning.len() < wanted.len() {
                beginning.push_str(&text);
            }
        }
        beginnings.push(text);
    }
    !wanted.is_empty() && beginnings.iter().any(|text| text.starts_with(&wanted))
}

/// The first letters and digits of a text, because systems change the punctuation of an excerpt.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !matches!(class(*c), Class::Gap | Class::Sign)).take(LETTERS_COMPARED).collect()
}

/// An excerpt for a card: with the ellipsis, without its brackets.
pub(super) fn for_card(excerpt: String) -> String {
    let end = trimmed_end(&excerpt);
    match end.strip_suffix("[…]").or_else(|| end.strip_suffix("[...]")) {
        Some(text) => concat(&[trimmed_end(text), "…"]),
        None => excerpt,
    }
}
