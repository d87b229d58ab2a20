//! What words stand for.

use super::has_word;
#[cfg(not(browser))]
use std::{collections::HashMap, sync::OnceLock};

/// Words and what they stand for: a row for each meaning, with its words as one text. The frequent rows come first, for in a
/// browser they are looked through; elsewhere the table is turned round once.
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

    /// What a word stands for, in whichever case that is.
    #[cfg(browser)]
    #[inline(never)]
    pub fn find(&self, word: &str) -> Option<T> {
        let word = word.to_ascii_lowercase();
        self.rows.iter().find(|(_, words)| has_word(words, &word)).map(|(meaning, _)| *meaning)
    }

    /// What a word stands for, in whichever case that is.
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

    /// The first word of a meaning.
    pub fn name(&self, meaning: T) -> &'static str {
        let row = self.rows.iter().find(|(known, _)| *known == meaning);
        row.map_or("", |(_, words)| super::before(words, " "))
    }
}
