//! The formats of an article's JSON.

/// A word of the attribute `format`.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The word.
    pub name: &'static str,
    /// In words: what it stands for.
    pub description: &'static str,
}

/// Recognises the format.
pub const AUTO: &str = "auto";
/// This project's own format.
pub const NATIVE: &str = "native";
/// WordPress' REST interface.
pub const WORDPRESS: &str = "wordpress";
/// JSON Feed.
pub const JSON_FEED: &str = "json-feed";
/// JSON-LD of schema.org's.
pub const SCHEMA_ORG: &str = "schema-org";

/// Every format, `auto` not among them.
pub const FORMATS: [Format; 4] = [
    Format { name: NATIVE, description: "The element's own JSON." },
    Format { name: WORDPRESS, description: "A post of WordPress' REST interface, or a list of one." },
    Format {
        name: JSON_FEED,
        description: "JSON Feed 1.1: an item, or a feed, whose first item is the article and whose others are related.",
    },
    Format {
        name: SCHEMA_ORG,
        description: "A `NewsArticle` of schema.org's, or its kin, in JSON-LD: an object, an array or an `@graph`.",
    },
];

/// The words of the attribute `format`.
pub const WORDS: [&str; 5] = [AUTO, NATIVE, WORDPRESS, JSON_FEED, SCHEMA_ORG];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_can_be_named() {
        let named = FORMATS.map(|format| format.name);
        assert_eq!(WORDS.split_first(), Some((&AUTO, &named[..])));
    }
}
