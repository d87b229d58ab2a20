//! Lists of words, written as one text: a comparison for each word would be more code than the words are.

/// Which group of a list a word is in. Groups are parted by `|`, their words by spaces.
#[inline(never)]
pub(super) fn group(list: &str, word: &str) -> Option<usize> {
    for (at, words) in list.split('|').enumerate() {
        for one in words.split(' ') {
            if one == word {
                return Some(at);
            }
        }
    }
    None
}
