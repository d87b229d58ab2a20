//! The attribute `fields`, which names the fields of a site: `body=field_text,field_more authors=field_writer`.

use crate::text::search::{around, concat, joined, pieces, words};
use news_article_contract::format::FIELDS;

/// The most words of the attribute that are read.
const WORDS_MAX: usize = 50;

/// Usual names of fields for corrections.
pub(super) const CORRECTIONS: &[&str] = &["field_correction", "field_corrections", "field_erratum"];

/// The fields by what they hold.
#[derive(Default)]
pub(super) struct Fields(Vec<(String, Vec<String>)>);

/// Splits a word of the attribute into what is held and the names of the fields.
fn pair(word: &str) -> (&str, Vec<String>) {
    let (what, names) = around(word, "=").unwrap_or((word, ""));
    (what, pieces(names, ",").filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

impl Fields {
    pub(super) fn of(text: &str) -> Self {
        let pairs = words(text).take(WORDS_MAX).map(pair).filter(|(_, names)| !names.is_empty());
        Fields(pairs.map(|(what, names)| (what.to_owned(), names)).collect())
    }

    /// The fields that hold `what`, in order, if the page has named any.
    pub(super) fn of_what(&self, what: &str) -> Option<&[String]> {
        self.0.iter().find(|(named, _)| named == what).map(|(_, names)| &**names)
    }

    /// Every field that is named, each with what it holds.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(what, names)| names.iter().map(move |name| (&**what, &**name)))
    }

    /// Returns true if a field is named for anything.
    pub(super) fn name(&self, field: &str) -> bool {
        self.0.iter().any(|(_, names)| names.iter().any(|name| name == field))
    }
}

/// Mistakes in the attribute, as messages: unknown names, and names without a field.
pub fn mistakes(text: &str) -> Vec<String> {
    let mut mistakes = Vec::new();
    for word in words(text).take(WORDS_MAX) {
        let (what, names) = pair(word);
        if !FIELDS.contains(&what) {
            let known = FIELDS.map(str::to_owned);
            mistakes.push(concat(&["fields: ", what, " is none of ", &joined(&known, ", ")]));
        } else if names.is_empty() {
            mistakes.push(concat(&["fields: ", what, " names no field; wanted is ", what, "=field_name"]));
        }
    }
    mistakes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_says_of_one_thing_which_fields_hold_it() {
        let fields = Fields::of(" body=field_text,field_more\n authors=field_writer tags= lead ");
        assert_eq!(fields.of_what("body").unwrap(), ["field_text", "field_more"]);
        assert_eq!(fields.of_what("authors").unwrap(), ["field_writer"]);
        assert!(fields.of_what("tags").is_none() && fields.of_what("lead").is_none());
        assert!(fields.name("field_more") && !fields.name("field_mor"));
    }

    #[test]
    fn what_nothing_knows_is_named() {
        assert_eq!(mistakes("body=field_text publishedAt=field_date"), [""; 0]);
        let mistakes = mistakes("lead=field_intro tags");
        assert!(mistakes[0].starts_with("fields: lead is none of title, summary, body, "), "{mistakes:?}");
        assert_eq!(mistakes[1], "fields: tags names no field; wanted is tags=field_name");
    }
}
