//! The four functions that all others are based on, optimised for speed: used where there is no browser.

#[cfg(test)]
use super::steps;

/// Splits a text at the first `what` in it.
pub fn around<'a>(text: &'a str, what: &str) -> Option<(&'a str, &'a str)> {
    let found = match what.as_bytes() {
        &[byte] if byte.is_ascii() => text.split_once(char::from(byte)),
        _ => text.split_once(what),
    };
    #[cfg(test)]
    steps::count(found.map_or(text.len(), |(before, _)| before.len()));
    found
}

/// The part of a text before the first of some ASCII characters; all of it if there is none.
pub fn before<'a>(text: &'a str, marks: &str) -> &'a str {
    debug_assert!(marks.is_ascii(), "a part of a character is none");
    let end = match marks.as_bytes() {
        &[mark] => text.find(char::from(mark)),
        _ => {
            // A set of characters as bits.
            let (mut low, mut high) = (0_u64, 0_u64);
            for mark in marks.bytes() {
                *(if mark < 64 { &mut low } else { &mut high }) |= 1 << (mark & 63);
            }
            let is_mark =
                |byte: u8| byte.is_ascii() && (if byte < 64 { low } else { high }) >> (byte & 63) & 1 == 1;
            text.bytes().position(is_mark)
        }
    };
    let end = end.unwrap_or(text.len());
    #[cfg(test)]
    steps::count(end);
    text.get(..end).unwrap_or_default()
}

/// Removes the white space at the end of a text.
pub fn trimmed_end(text: &str) -> &str {
    let trimmed = text.trim_end();
    #[cfg(test)]
    steps::count(text.len() - trimmed.len());
    trimmed
}

/// Returns true if a list, a text of words with spaces between, contains a word.
pub fn has_word(list: &str, word: &str) -> bool {
    let mut words = list.as_bytes().split(|byte| *byte == b' ');
    !word.is_empty() && words.any(|one| one == word.as_bytes())
}
