//! The formats of an article's JSON.

/// A word of the attribute `format`.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The word.
    pub name: &'static str,
    /// In words: its meaning.
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

/// A post of Ghost's.
pub const GHOST: &str = "ghost";
/// Arc XP's ANS.
pub const ANS: &str = "ans";
/// The Guardian's content API.
pub const GUARDIAN: &str = "guardian";
/// IPTC's ninjs.
pub const NINJS: &str = "ninjs";
/// Drupal's JSON:API.
pub const DRUPAL: &str = "drupal";
/// Feeds in XML: RSS 2.0 and Atom.
pub const RSS: &str = "rss";
/// Apple News Format.
pub const APPLE_NEWS: &str = "apple-news";

/// Every format, `auto` not among them.
pub const FORMATS: [Format; 11] = [
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
    Format { name: GHOST, description: "A post of Ghost's Content API, or a list of posts." },
    Format { name: ANS, description: "A story of Arc XP's (ANS), or a list of stories." },
    Format { name: GUARDIAN, description: "An item of the Guardian's content API, or a list of items." },
    Format {
        name: NINJS,
        description: "An item of IPTC's ninjs, 1.x to 3.x, as agencies and Superdesk send it, or a list of items.",
    },
    Format { name: DRUPAL, description: "A node of Drupal's JSON:API, or a list of nodes." },
    Format {
        name: RSS,
        description: "A feed in XML, RSS 2.0 or Atom: the first item is the article, the others are related.",
    },
    Format { name: APPLE_NEWS, description: "A document of Apple News Format (`article.json`)." },
];

/// The words of the attribute `format`.
pub const WORDS: [&str; 12] =
    [AUTO, NATIVE, WORDPRESS, JSON_FEED, SCHEMA_ORG, GHOST, ANS, GUARDIAN, NINJS, DRUPAL, RSS, APPLE_NEWS];

/// What the attribute `fields` can say of a field: what it holds, by the names of the native format.
pub const FIELDS: [&str; 13] = [
    "title",
    "summary",
    "body",
    "image",
    "authors",
    "section",
    "tags",
    "label",
    "correction",
    "access",
    "publishedAt",
    "modifiedAt",
    "related",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_can_be_named() {
        let named = FORMATS.map(|format| format.name);
        assert_eq!(WORDS.split_first(), Some((&AUTO, &named[..])));
    }
}
