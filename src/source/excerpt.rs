//! The first words of a body: is an excerpt these, or an editor's summary? And the title of what has none.

use crate::article::{Block, BlockKind, Inline, Summary, plain_text};
use crate::text::character::{Class, class};
use crate::text::search::{concat, trimmed, trimmed_end};

/// How many letters decide whether two texts open alike.
const LETTERS: usize = 40;

/// How many blocks at the start of a body an automatic excerpt may have passed over.
const PASSED: usize = 6;

/// How many characters a title made of the first words has, up to the end of a word; twice as many where words have none.
const OPENING: usize = 60;

/// An editor's summary; none where it is the body's first words, which is what a system sends that has none. (In the
/// native format the sender meant what it says.)
pub(super) fn summary(text: Option<String>, body: &[Block]) -> Option<Summary> {
    text.filter(|text| !is_automatic(text, body)).map(Summary::Text)
}

/// The first words of a body, wherever they stand: what an article without a title is known by.
pub(super) fn opening(body: &[Block]) -> Option<String> {
    for block in body {
        let found = match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => first_words(content),
            BlockKind::Image(image) => first_words(&image.caption),
            BlockKind::Quote { body, .. } => opening(body),
            BlockKind::List { items, .. } => items.iter().find_map(|item| opening(item)),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The first words of a line, none of an empty one.
fn first_words(content: &[Inline]) -> Option<String> {
    let (mut text, mut title) = (String::new(), String::new());
    plain_text(content, &mut text);
    for (count, c) in trimmed(&text).chars().enumerate() {
        if count >= OPENING && c == ' ' || count >= 2 * OPENING {
            title.push('…');
            break;
        }
        title.push(c);
    }
    if title.is_empty() { None } else { Some(title) }
}

/// Whether an excerpt was cut from the body.
fn is_automatic(excerpt: &str, body: &[Block]) -> bool {
    let end = trimmed_end(excerpt);
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
    let end = trimmed_end(&excerpt);
    match end.strip_suffix("[…]").or_else(|| end.strip_suffix("[...]")) {
        Some(text) => concat(&[trimmed_end(text), "…"]),
        None => excerpt,
    }
}
