//! Lists of words, each written as one text with spaces between: a comparison for each word would be more code than the
//! words are.

use crate::text::search::pieces;

/// Whether a list of words has a word in it.
#[inline(never)]
pub(in crate::source) fn has_word(list: &str, word: &str) -> bool {
    !word.is_empty() && pieces(list, " ").any(|one| one == word)
}
