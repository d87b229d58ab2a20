//! How much is read of a document, whatever its format. A list is cut before anything is done with what is in it, so that
//! no list is compared with another in full; a body that weighs too much is no article.

use super::SourceError;
use crate::article::{Block, BlockKind, Inline, Weight};
use crate::text::search::concat;

/// The most breadcrumbs, topics, authors, networks and points of a summary that are read of each.
pub(super) const NAMES_MAX: usize = 100;
/// The most teasers that are read from any list.
pub(super) const TEASERS_MAX: usize = 50;
/// The most entries of a list that are looked at for those: some may be none.
pub(super) const ENTRIES_MAX: usize = 500;
/// The most pictures that one is chosen from, and the most sizes of one.
pub(super) const SIZES_MAX: usize = 50;
/// The most recordings beside the text.
pub(super) const ATTACHMENTS_MAX: usize = 100;
/// The most characters of a name.
const NAME_MAX: usize = 1_000;

/// The most that all of an article's body may weigh: what a phone lays out in a second, and twice the bytes that a document
/// may have, for some of its addresses become longer.
pub(super) const BODY_MAX: Weight = Weight { nodes: 40_000, bytes: 4 * 1024 * 1024 };
/// The most that the text of one comment may weigh.
const COMMENT_MAX: Weight = Weight { nodes: 500, bytes: 64 * 1024 };

/// Lets a body pass that weighs no more than it may.
pub(super) fn weighed(body: Vec<Block>) -> Result<Vec<Block>, SourceError> {
    if Weight::of(&body).exceeds(BODY_MAX) {
        return Err(SourceError::too_large("the body: more than 40,000 nodes, or 4 MB"));
    }
    Ok(body)
}

/// The beginning of a comment's text, as much as a comment may weigh; what is cut off leaves an ellipsis.
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

/// A name, cut after so many characters that nobody writes more.
pub(super) fn name(text: String) -> String {
    match text.char_indices().nth(NAME_MAX) {
        Some((end, _)) => concat(&[text.get(..end).unwrap_or_default(), "…"]),
        None => text,
    }
}
