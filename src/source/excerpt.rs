//! Excerpts: systems send one for every article, of the body's first words where no editor has written a summary.

use crate::article::{Block, BlockKind, Summary, plain_text};
use crate::text::character::{Class, class};
use crate::text::search::{concat, trimmed_end};

/// How many letters decide whether two texts begin alike.
const LETTERS_COMPARED: usize = 40;

/// At how many blocks an automatic excerpt may begin, from the first on: some systems pass over a heading or a caption.
const BEGINNINGS: usize = 6;

/// An editor's summary; none where it is the body's first words, which is what a system sends that has none. (In the
/// native format the sender meant what it says.)
pub(super) fn summary(text: Option<String>, body: &[Block]) -> Option<Summary> {
    text.filter(|text| !is_automatic(text, body)).map(Summary::Text)
}

/// Whether an excerpt was cut from the body.
fn is_automatic(excerpt: &str, body: &[Block]) -> bool {
    let end = trimmed_end(excerpt);
    if end.ends_with("[…]") || end.ends_with("[...]") {
        return true;
    }
    let wanted = letters(excerpt);
    // The text from each block on that the excerpt may begin at.
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

/// The first letters and digits of a text: systems change the punctuation of an excerpt, and leave these alone.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !matches!(class(*c), Class::Gap | Class::Sign)).take(LETTERS_COMPARED).collect()
}

/// An excerpt as a card shows it: with the ellipsis, without the brackets.
pub(super) fn for_card(excerpt: String) -> String {
    let end = trimmed_end(&excerpt);
    match end.strip_suffix("[…]").or_else(|| end.strip_suffix("[...]")) {
        Some(text) => concat(&[trimmed_end(text), "…"]),
        None => excerpt,
    }
}
