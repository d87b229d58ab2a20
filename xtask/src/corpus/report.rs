//! Prints the findings for each document, and the totals.

use std::fmt;

use serde::Deserialize;

/// The findings for one document, as the program under Node writes them.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Outcome {
    name: String,
    /// True if it has no title or no text, so that nothing is expected.
    skipped: bool,
    /// The reason why nothing is shown.
    error: Option<String>,
    /// From the element's connection to its `loadend`, in milliseconds.
    time: Option<f64>,
    words: usize,
    lost_words: Vec<String>,
    doubled_words: Vec<String>,
    pictures: usize,
    lost_pictures: Vec<String>,
    doubled_pictures: Vec<String>,
    links: usize,
    lost_links: Vec<String>,
    cells: usize,
    lost_cells: usize,
    items: usize,
    lost_items: usize,
}

impl Outcome {
    /// Returns true if nothing is lost or duplicated, and the document was shown.
    pub(crate) fn is_whole(&self) -> bool {
        self.error.is_none()
            && self.findings().iter().all(|(_, found)| found.is_empty())
            && self.lost_cells == 0
            && self.lost_items == 0
    }

    fn findings(&self) -> [(&'static str, &[String]); 5] {
        [
            ("words lost", &self.lost_words),
            ("words twice", &self.doubled_words),
            ("pictures lost", &self.lost_pictures),
            ("pictures twice", &self.doubled_pictures),
            ("links lost", &self.lost_links),
        ]
    }
}

/// The most examples of a finding that are printed.
const EXAMPLES: usize = 5;

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        if self.skipped {
            return f.write_str("no article");
        }
        if let Some(error) = &self.error {
            return write!(f, "error {error}");
        }
        write!(
            f,
            "{} words, {} pictures, {} links, {} cells, {} items, {} ms",
            self.words,
            self.pictures,
            self.links,
            self.cells,
            self.items,
            self.time.unwrap_or_default()
        )?;
        for (what, found) in self.findings() {
            if !found.is_empty() {
                let examples: Vec<&str> = found.iter().take(EXAMPLES).map(String::as_str).collect();
                let more = if found.len() > EXAMPLES { " …" } else { "" };
                write!(f, "; {} {what}: {}{more}", found.len(), examples.join(" "))?;
            }
        }
        for (what, lost) in [("cells", self.lost_cells), ("items", self.lost_items)] {
            if lost > 0 {
                write!(f, "; {lost} {what} lost")?;
            }
        }
        Ok(())
    }
}

/// The findings in all documents.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    pub(crate) documents: usize,
    skipped: usize,
    errors: usize,
    words: usize,
    lost_words: usize,
    doubled_words: usize,
    pictures: usize,
    lost_pictures: usize,
    doubled_pictures: usize,
    links: usize,
    lost_links: usize,
    cells: usize,
    lost_cells: usize,
    items: usize,
    lost_items: usize,
    slowest: f64,
}

/// One in so many words may be lost.
const WORDS_FOR_ONE_LOST: usize = 10_000;
/// The longest time for a document, in milliseconds.
const LONGEST: f64 = 1_300.0;

impl Totals {
    /// Adds a document.
    pub(crate) fn add(&mut self, one: &Outcome) {
        if one.skipped {
            self.skipped += 1;
            return;
        }
        self.documents += 1;
        self.errors += usize::from(one.error.is_some());
        self.words += one.words;
        self.lost_words += one.lost_words.len();
        self.doubled_words += one.doubled_words.len();
        self.pictures += one.pictures;
        self.lost_pictures += one.lost_pictures.len();
        self.doubled_pictures += one.doubled_pictures.len();
        self.links += one.links;
        self.lost_links += one.lost_links.len();
        self.cells += one.cells;
        self.lost_cells += one.lost_cells;
        self.items += one.items;
        self.lost_items += one.lost_items;
        self.slowest = self.slowest.max(one.time.unwrap_or_default());
    }

    /// Returns true if no more is lost than is allowed.
    pub(crate) fn holds(&self) -> bool {
        self.errors == 0
            && self.lost_words * WORDS_FOR_ONE_LOST <= self.words
            && self.lost_pictures + self.doubled_pictures + self.lost_links + self.doubled_words == 0
            && self.slowest <= LONGEST
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = self.lost_words as f64 * 100.0 / (self.words.max(1)) as f64;
        writeln!(
            f,
            "{} documents, {} errors, slowest {} ms; {} files or items are no article",
            self.documents, self.errors, self.slowest, self.skipped
        )?;
        writeln!(
            f,
            "words: {}, {} lost ({share:.4} %), {} twice",
            self.words, self.lost_words, self.doubled_words
        )?;
        writeln!(
            f,
            "pictures: {}, {} lost, {} twice",
            self.pictures, self.lost_pictures, self.doubled_pictures
        )?;
        writeln!(f, "links: {}, {} lost", self.links, self.lost_links)?;
        writeln!(f, "cells: {}, {} lost", self.cells, self.lost_cells)?;
        write!(f, "items: {}, {} lost", self.items, self.lost_items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(text: &str) -> Outcome {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_line_says_what_is_lost_and_gives_examples() {
        let one = outcome(r#"{"name": "a.json", "time": 12, "words": 90, "lostWords": ["un", "deux"]}"#);
        assert!(!one.is_whole());
        let line = "a.json: 90 words, 0 pictures, 0 links, 0 cells, 0 items, 12 ms; 2 words lost: un deux";
        assert_eq!(one.to_string(), line);
    }

    #[test]
    fn one_word_of_ten_thousand_may_be_lost() {
        let total = |words: usize| {
            let mut totals = Totals::default();
            totals.add(&outcome(&format!(r#"{{"words": {words}, "lostWords": ["mot"]}}"#)));
            totals.holds()
        };
        assert!(total(10_000) && !total(9_999));
    }

    #[test]
    fn a_picture_twice_an_error_and_a_slow_document_do_not_hold() {
        for text in [r#"{"doubledPictures": ["a"]}"#, r#"{"error": "malformed: title"}"#, r#"{"time": 1301}"#]
        {
            let mut totals = Totals::default();
            totals.add(&outcome(text));
            assert!(!totals.holds(), "{text}");
        }
    }
}
