//! The title of an article that has none: the first words of its body.

use crate::article::{Block, BlockKind, Inline, plain_text};
use crate::text::search::trimmed;

/// After how many characters such a title ends with the next word, or after twice as many within one: scripts without
/// spaces have no other place.
const TITLE: usize = 60;

/// The first words of a body, wherever they stand.
pub(super) fn opening(body: &[Block]) -> Option<String> {
    for block in body {
        let found = match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => first_words(content),
            BlockKind::Image(image) => first_words(&image.caption),
            BlockKind::Quote { body, .. } => opening(body),
            BlockKind::List { items, .. } => items.iter().find_map(|item| opening(item)),
            BlockKind::Definitions { items } => items.iter().find_map(|item| {
                item.terms.iter().find_map(|term| first_words(term)).or_else(|| opening(&item.body))
            }),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The first words of running text; `None` of an empty one.
fn first_words(content: &[Inline]) -> Option<String> {
    let (mut text, mut title) = (String::new(), String::new());
    plain_text(content, &mut text);
    for (count, c) in trimmed(&text).chars().enumerate() {
        if count >= TITLE && c == ' ' || count >= 2 * TITLE {
            title.push('…');
            break;
        }
        title.push(c);
    }
    if title.is_empty() { None } else { Some(title) }
}
