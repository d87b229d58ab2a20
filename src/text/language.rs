//! Language tags, by their form (BCP 47, <https://www.rfc-editor.org/rfc/rfc5646>). Pure.

use crate::text::search::{pieces, replaced};

/// The longest tag, in bytes: RFC 5646, section 4.4.1, names 35 as enough for all but private tags.
const TAG_MAX: usize = 35;

/// Reads a tag, and replaces underscores by hyphens (`fr_MA`). `None` if the text does not look like a tag.
///
/// The first part must be a code of two or three letters, since longer words are mostly English names of languages.
pub fn tag(text: &str) -> Option<String> {
    let tag = replaced(text, "_", "-");
    let mut parts = pieces(&tag, "-");
    let is_tag = tag.len() <= TAG_MAX
        && parts
            .next()
            .is_some_and(|code| matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    is_tag.then_some(tag)
}

/// The language of a tag, without region and script: `fr` of `fr-MA`.
pub fn primary(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphanumeric());
    end.and_then(|end| tag.get(..end)).unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_tag_is_one_with_hyphens() {
        for (text, expected) in [
            ("fr", "fr"),
            ("fr_MA", "fr-MA"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("ckb", "ckb"),
            ("de-CH-1996", "de-CH-1996"),
        ] {
            assert_eq!(tag(text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_does_not_look_like_a_tag_is_none() {
        for text in ["", "f", "français", "French", "fr-", "fr--MA", "<x>", "fr ma", "fr-abcdefghi", "12"] {
            assert_eq!(tag(text), None, "{text}");
        }
        assert_eq!(tag(&format!("fr{}", "-abcdefgh".repeat(4))), None);
    }

    #[test]
    fn a_tag_begins_with_its_language() {
        for (tag, language) in [("fr-MA", "fr"), ("zh_Hant", "zh"), ("ckb", "ckb"), ("", ""), ("é", "")] {
            assert_eq!(primary(tag), language);
        }
    }
}
