//! The four functions that all others are based on, optimised for size: used in browsers.

// Outside of a browser only the tests use them.
#![cfg_attr(test, allow(unreachable_pub))]
#[cfg(test)]
use super::steps;

/// Splits a text at the first `what` in it.
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

/// The part of a text before the first of some ASCII characters; all of it if there is none.
#[inline(never)]
pub fn before<'a>(text: &'a str, marks: &str) -> &'a str {
    debug_assert!(marks.is_ascii(), "a part of a character is none");
    let end = text.bytes().position(|byte| marks.bytes().any(|mark| mark == byte)).unwrap_or(text.len());
    #[cfg(test)]
    steps::count(end);
    text.get(..end).unwrap_or_default()
}

/// Removes the white space at the end of a text. It uses the library's function, because reading a text of 21 KB from
/// its start took 200 µs.
#[inline(never)]
pub fn trimmed_end(text: &str) -> &str {
    let trimmed = text.trim_end();
    #[cfg(test)]
    steps::count(text.len() - trimmed.len());
    trimmed
}

/// Returns true if a list, a text of words with spaces between, contains a word. (A word in such a list costs a few
/// bytes, while each arm of a `match` is a comparison of its own.)
#[inline(never)]
pub fn has_word(list: &str, word: &str) -> bool {
    !word.is_empty() && super::pieces(list, " ").any(|one| one == word)
}
