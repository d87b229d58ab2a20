//! Labels: the kinds of articles, from the words that systems use.

use crate::article::Label;
use crate::text::search::{pieces, trimmed};

/// The words for each kind that the interface has a text for.
const KINDS: &[(&str, &str)] = &[
    (
        "sponsored",
        "sponsored|advertorial|paid content|paid post|partner content|branded content|advertisement feature",
    ),
    ("opinion", "opinion|opinions|op-ed|comment|commentary|comment is free|column|columns"),
    ("editorial", "editorial|editorials"),
    ("analysis", "analysis|news analysis"),
    ("interview", "interview|interviews|q&a"),
    ("review", "review|reviews"),
    ("live", "live|liveblog|live blog|minute by minute|minutebyminute"),
    ("satire", "satire"),
    ("fact-check", "fact-check|fact check|factcheck|fact checking"),
];

/// The kind that a word stands for.
pub(super) fn kind(word: &str) -> Option<&'static str> {
    let word = trimmed(word).to_ascii_lowercase();
    KINDS.iter().find(|(_, words)| pieces(words, "|").any(|known| known == word)).map(|(kind, _)| *kind)
}

/// A label with the interface's text for a kind.
pub(super) fn of_kind(kind: &str) -> Label {
    Label { kind: kind.to_owned(), text: None }
}

/// The label of a sponsored article if a tag says so, for systems without a field for it. Ghost marks tags for editors with
/// a `#`.
pub(super) fn of_tags(tags: &[String]) -> Option<Label> {
    let says = |tag: &String| kind(tag.strip_prefix('#').unwrap_or(tag)) == Some("sponsored");
    tags.iter().any(says).then(|| of_kind("sponsored"))
}

/// A label with the publisher's own text.
pub(super) fn worded(text: String) -> Label {
    Label { kind: kind(&text).unwrap_or_default().to_owned(), text: Some(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_any_of_its_words() {
        assert_eq!(kind(" Comment "), Some("opinion"));
        assert_eq!(kind("Fact check"), Some("fact-check"));
        assert_eq!(kind("Le mot du jour"), None);
        assert!(of_tags(&["Ports".to_owned(), "#Sponsored".to_owned()]).unwrap().is_sponsored());
        assert_eq!(of_tags(&["Opinion".to_owned()]), None, "it is a topic as well");
        let label = worded("Paid content".to_owned());
        assert!(label.is_sponsored());
        assert_eq!(label.text.as_deref(), Some("Paid content"));
    }
}
