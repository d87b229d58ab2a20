//! Excerpts: an editor's summary, or the first words of the body?

use crate::article::{Block, BlockKind, Summary, plain_text};
use crate::script::{Class, class};
use crate::search::concat;

/// How many letters decide whether two texts open alike.
const LETTERS: usize = 40;

/// How many blocks at the start of a body an automatic excerpt may have passed over.
const PASSED: usize = 6;

/// An editor's summary; none where it is the body's first words, which is what a system sends that has none. (In the
/// native format the sender meant what it says.)
pub(super) fn summary(text: Option<String>, body: &[Block]) -> Option<Summary> {
    text.filter(|text| !is_automatic(text, body)).map(Summary::Text)
}

/// Whether an excerpt was cut from the body.
fn is_automatic(excerpt: &str, body: &[Block]) -> bool {
    let end = excerpt.trim_ascii_end();
    if end.ends_with("[…]") || end.ends_with("[...]") {
        return true;
    }
    let opening = letters(excerpt);
    let mut from: Vec<String> = Vec::new();
    for block in body.iter().take(PASSED) {
        let mut text = String::new();
        match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => {
                plain_text(content, &mut text)
            }
            _ => continue,
        }
        let text = letters(&text);
        for earlier in &mut from {
            if earlier.len() < opening.len() {
                earlier.push_str(&text);
            }
        }
        from.push(text);
    }
    !opening.is_empty() && from.iter().any(|text| text.starts_with(&opening))
}

/// The first letters and digits of a text: all that punctuation filters leave alone.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !matches!(class(*c), Class::Gap | Class::Sign)).take(LETTERS).collect()
}

/// An excerpt as a card shows it: with the ellipsis, without the brackets.
pub(super) fn for_card(excerpt: String) -> String {
    let end = excerpt.trim_ascii_end();
    match end.strip_suffix("[…]").or_else(|| end.strip_suffix("[...]")) {
        Some(text) => concat(&[text.trim_ascii_end(), "…"]),
        None => excerpt,
    }
}
