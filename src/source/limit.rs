//! Limits on what is read of a document, in any format. Lists are cut before anything is done with their entries, so
//! that no two lists are compared in full. An article whose body is too large is refused.

use super::SourceError;
use crate::article::{Block, BlockKind, Inline, Weight};
use crate::text::search::concat;

/// The most breadcrumbs, topics, authors, networks and points of a summary that are read of each.
pub(super) const NAMES_MAX: usize = 100;
/// The most teasers that are read from any list.
pub(super) const TEASERS_MAX: usize = 50;
/// The most entries of a list that are examined for these, because some may be invalid.
pub(super) const ENTRIES_MAX: usize = 500;
/// The most pictures among which one is chosen, and the most sizes of one.
pub(super) const SIZES_MAX: usize = 50;
/// The most recordings and videos beside the text.
pub(super) const ATTACHMENTS_MAX: usize = 100;
/// The most characters of a name.
const NAME_MAX: usize = 1_000;

/// The greatest weight of an article's body: what a phone lays out in a second, and twice the bytes of a document,
/// because resolving makes some addresses longer.
pub(super) const BODY_MAX: Weight = Weight { nodes: 40_000, bytes: 4 * 1024 * 1024 };
/// The greatest weight of a comment's text.
const COMMENT_MAX: Weight = Weight { nodes: 500, bytes: 64 * 1024 };

/// Returns a body if it is not too heavy.
pub(super) fn weighed(body: Vec<Block>) -> Result<Vec<Block>, SourceError> {
    if Weight::of(&body).exceeds(BODY_MAX) {
        return Err(SourceError::too_large("the body: more than 40,000 nodes, or 4 MB"));
    }
    Ok(body)
}

/// The beginning of a comment's text, up to the limit. If something is cut off, an ellipsis follows.
pub fn comment(mut body: Vec<Block>) -> Vec<Block> {
    let mut weight = Weight::default();
    let fits = body.iter().position(|block| {
        weight.block(block);
        weight.exceeds(COMMENT_MAX)
    });
    if let Some(end) = fits {
        body.truncate(end);
        body.push(BlockKind::Paragraph { content: vec![Inline::Text("…".to_owned())] }.into());
    }
    body
}

/// Cuts a name after a number of characters that no real name has.
pub(super) fn name(text: String) -> String {
    match text.char_indices().nth(NAME_MAX) {
        Some((end, _)) => concat(&[text.get(..end).unwrap_or_default(), "…"]),
        None => text,
    }
}
