//! Tables from words to values.

use super::has_word;
#[cfg(not(browser))]
use std::{collections::HashMap, sync::OnceLock};

/// A table with a row for each value, and its words as one text. In a browser the rows are searched in order, so
/// frequent ones come first. Elsewhere a hash map is made of them once.
#[derive(Debug)]
pub struct Table<T: 'static> {
    rows: &'static [(T, &'static str)],
    #[cfg(not(browser))]
    by_word: OnceLock<HashMap<&'static str, usize>>,
}

impl<T: Copy + PartialEq> Table<T> {
    /// A table of these rows.
    pub const fn new(rows: &'static [(T, &'static str)]) -> Self {
        Table {
            rows,
            #[cfg(not(browser))]
            by_word: OnceLock::new(),
        }
    }

    /// The rows as they are written.
    pub fn rows(&self) -> &'static [(T, &'static str)] {
        self.rows
    }

    /// The value for a word, ignoring case.
    #[cfg(browser)]
    #[inline(never)]
    pub fn find(&self, word: &str) -> Option<T> {
        let word = word.to_ascii_lowercase();
        self.rows.iter().find(|(_, words)| has_word(words, &word)).map(|(meaning, _)| *meaning)
    }

    /// The value for a word, ignoring case.
    #[cfg(not(browser))]
    pub fn find(&self, word: &str) -> Option<T> {
        let by_word = self.by_word.get_or_init(|| {
            let rows = self.rows.iter().enumerate().rev();
            rows.flat_map(|(row, (_, words))| words.split(' ').map(move |word| (word, row))).collect()
        });
        let found = if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            by_word.get(word.to_ascii_lowercase().as_str())
        } else {
            by_word.get(word)
        };
        let (meaning, words) = self.rows.get(*found?)?;
        debug_assert!(has_word(words, &word.to_ascii_lowercase()), "the table is its rows");
        Some(*meaning)
    }

    /// The first word for a value.
    pub fn name(&self, meaning: T) -> &'static str {
        let row = self.rows.iter().find(|(known, _)| *known == meaning);
        row.map_or("", |(_, words)| super::before(words, " "))
    }
}
