//! The four that everything else is made of, small: what a browser gets.

// Where there is no browser, only the tests reach them.
#![cfg_attr(test, allow(unreachable_pub))]
#[cfg(test)]
use super::steps;

/// Cuts a text before and after the first `what` in it.
#[inline(never)]
pub fn around<'a>(text: &'a str, what: &str) -> Option<(&'a str, &'a str)> {
    let bytes = text.as_bytes();
    let at =
        (0..bytes.len()).find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(what.as_bytes())));
    #[cfg(test)]
    steps::count(at.unwrap_or(bytes.len()));
    let at = at?;
    let (before, rest) = text.split_at_checked(at)?;
    Some((before, rest.get(what.len()..)?))
}

/// What stands before the first of some ASCII characters: all of a text that has none of them.
#[inline(never)]
pub fn before<'a>(text: &'a str, marks: &str) -> &'a str {
    debug_assert!(marks.is_ascii(), "a part of a character is none");
    let end = text.bytes().position(|byte| marks.bytes().any(|mark| mark == byte)).unwrap_or(text.len());
    #[cfg(test)]
    steps::count(end);
    text.get(..end).unwrap_or_default()
}

/// A text without the white space at its end. The library's: to read all of a text for its end took 200 µs for 21 KB.
#[inline(never)]
pub fn trimmed_end(text: &str) -> &str {
    let trimmed = text.trim_end();
    #[cfg(test)]
    steps::count(text.len() - trimmed.len());
    trimmed
}

/// Whether a list of words, written as one text with spaces between, has a word in it. (In such a list a word is a few bytes;
/// in a `match` each is a comparison of its own.)
#[inline(never)]
pub fn has_word(list: &str, word: &str) -> bool {
    !word.is_empty() && super::pieces(list, " ").any(|one| one == word)
}
