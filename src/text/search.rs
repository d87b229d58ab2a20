//! Searching, splitting, trimming and joining texts. Pure.
//!
//! The standard library's searchers are made for long texts and every kind of pattern, and are compiled anew for each
//! kind that is used: a character, several, a closure, from the front, from the back. Here a few characters are
//! searched for in an address, an interface text or a tag. With the library's functions in their place, and in that
//! of [`concat`] and [`joined`], a French page is 2.9 KB of brotli larger and one of WordPress 3.3 KB (November 2026,
//! docs/decisions/bytes.md). Where bytes do not count, the library's are used, which are quicker.

#[cfg(not(browser))]
mod quick;
#[cfg(any(browser, test))]
mod small;
mod table;

#[cfg(not(browser))]
pub use quick::{around, before, has_word, trimmed_end};
#[cfg(browser)]
pub use small::{around, before, has_word, trimmed_end};
pub use table::Table;

/// A text without the white space around it.
#[inline(never)]
pub fn trimmed(text: &str) -> &str {
    let mut chars = trimmed_end(text).chars();
    loop {
        let rest = chars.as_str();
        if !chars.next().is_some_and(char::is_whitespace) {
            return rest;
        }
    }
}

/// Removes `end` from the end of a text, as often as it occurs.
#[inline(never)]
pub fn without_end<'a>(mut text: &'a str, end: &str) -> &'a str {
    debug_assert!(!end.is_empty(), "every text ends in nothing");
    while let Some(shorter) = text.strip_suffix(end) {
        text = shorter;
    }
    text
}

/// Splits a text at some ASCII characters. There is one piece more than there are separators.
pub fn pieces<'a>(text: &'a str, marks: &'static str) -> Pieces<'a> {
    Pieces { rest: Some(text), marks }
}

/// See [`pieces`].
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    rest: Option<&'a str>,
    marks: &'static str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest?;
        let piece = before(text, self.marks);
        self.rest = text.get(piece.len() + 1..);
        Some(piece)
    }
}

/// The words of a text, separated by white space as HTML defines it.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    pieces(text, WHITE).filter(|word| !word.is_empty())
}

/// White space in HTML.
pub const WHITE: &str = " \t\n\r\x0c";

/// Returns true if a text is nothing but white space as HTML defines it.
pub fn is_white(text: &str) -> bool {
    text.bytes().all(|byte| WHITE.bytes().any(|white| white == byte))
}

/// Returns true if a text contains one of some ASCII characters.
pub fn has_any(text: &str, marks: &str) -> bool {
    before(text, marks).len() < text.len()
}

/// The number of characters in a text.
#[inline(never)]
pub fn length(text: &str) -> usize {
    text.chars().map(|_| 1).sum()
}

/// Joins texts.
#[inline(never)]
pub fn concat(texts: &[&str]) -> String {
    let mut row = String::new();
    for text in texts {
        row.push_str(text);
    }
    row
}

/// Joins texts with a separator.
#[inline(never)]
pub fn joined(texts: &[String], between: &str) -> String {
    let mut row = String::new();
    for (at, text) in texts.iter().enumerate() {
        row.push_str(if at == 0 { "" } else { between });
        row.push_str(text);
    }
    row
}

/// Replaces every occurrence of `what` in a text.
pub fn replaced(text: &str, what: &str, with: &str) -> String {
    debug_assert!(!what.is_empty(), "nothing is everywhere");
    let (mut made, mut rest) = (String::new(), text);
    while let Some((before, after)) = around(rest, what) {
        made.push_str(before);
        made.push_str(with);
        rest = after;
    }
    made.push_str(rest);
    made
}

/// Counts the characters that were read. The tests of the sources' cost use this in place of a clock.
#[cfg(test)]
pub(crate) mod steps {
    use std::cell::Cell;

    thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn count(steps: usize) {
        STEPS.set(STEPS.get() + steps);
    }

    /// The steps of this thread since the last call.
    pub(crate) fn take() -> usize {
        STEPS.replace(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_at_either_end_is_found_too() {
        assert_eq!(around("{name} dit", "{name}"), Some(("", " dit")));
        assert_eq!(around("Par {name}", "{name}"), Some(("Par ", "")));
        assert_eq!(around("Par {nam", "{name}"), None);
        assert_eq!(around("", "x"), None);
    }

    #[test]
    fn a_word_is_in_a_list_as_a_whole() {
        for (word, is_there) in [("tr", true), ("td", true), ("t", false), ("tr td", false), ("", false)] {
            assert_eq!(has_word("table tr td", word), is_there, "{word:?}");
            assert_eq!(small::has_word("table tr td", word), is_there, "{word:?}");
        }
    }

    #[test]
    fn a_word_stands_for_what_its_row_says() {
        static TABLE: Table<u8> = Table::new(&[(1, "a b"), (2, "strong"), (3, "b c")]);
        for (word, meaning) in
            [("a", Some(1)), ("b", Some(1)), ("STRONG", Some(2)), ("c", Some(3)), ("a b", None), ("", None)]
        {
            assert_eq!(TABLE.find(word), meaning, "{word:?}");
        }
        assert_eq!((TABLE.name(3), TABLE.name(4)), ("b", ""));
    }

    #[test]
    fn empty_texts_have_their_place_in_a_row() {
        let texts = ["a", "", "b"].map(str::to_owned);
        assert_eq!(joined(&texts, ", "), texts.join(", "));
        assert_eq!(joined(&[], ", "), "");
    }

    proptest! {
        #[test]
        fn it_finds_what_the_standard_library_finds(text in "[ab–é]{0,12}", what in "[ab–é]{1,3}") {
            for around in [around, small::around] {
                prop_assert_eq!(around(&text, &what), text.split_once(what.as_str()));
            }
            prop_assert_eq!(length(&text), text.chars().count());
            for before in [before, small::before] {
                prop_assert_eq!(before(&text, "ab"), text.split(['a', 'b']).next().unwrap());
                prop_assert_eq!(before(&text, "b"), text.split('b').next().unwrap());
            }
            prop_assert_eq!(replaced(&text, &what, "c"), text.replace(what.as_str(), "c"));
        }

        #[test]
        fn it_cuts_and_trims_as_the_standard_library_does(text in "[a,; \t\u{a0}\u{3000}é]{0,12}") {
            let cut: Vec<&str> = pieces(&text, ",;").collect();
            prop_assert_eq!(cut, text.split([',', ';']).collect::<Vec<_>>());
            let told: Vec<&str> = words(&text).collect();
            prop_assert_eq!(told, text.split_ascii_whitespace().collect::<Vec<_>>());
            prop_assert_eq!(trimmed(&text), text.trim());
            prop_assert_eq!(trimmed_end(&text), text.trim_end());
            prop_assert_eq!(small::trimmed_end(&text), text.trim_end());
            prop_assert_eq!(without_end(&text, ","), text.trim_end_matches(','));
            prop_assert_eq!(has_any(&text, ",;"), text.contains([',', ';']));
            prop_assert_eq!(concat(&[&text, "–", &text]), [&text, "–", &*text].concat());
        }
    }
}
