//! Recognises the format of a document.

use super::dialect::{self, Dialect};
use super::{json_feed, schema_org};
use crate::network::json::{Json, is_feed};
use crate::text::search::{pieces, trimmed};
use news_article_contract::format;

/// The shape of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// This project's own.
    Native,
    /// The same, with a body of another editor.
    Dialect(Dialect),
    /// WordPress' REST interface, `/wp/v2/posts`.
    WordPress,
    /// JSON Feed, versions 1 and 1.1.
    JsonFeed,
    /// schema.org's `NewsArticle` and its kin, as JSON-LD.
    SchemaOrg,
    /// Ghost's Content API.
    Ghost,
    /// Arc XP's ANS.
    Ans,
    /// The Guardian's content API.
    Guardian,
    /// IPTC's ninjs.
    Ninjs,
    /// Drupal's JSON:API.
    Drupal,
    /// Feeds in XML: RSS 2.0 and Atom.
    Rss,
    /// Apple News Format.
    AppleNews,
}

/// The formats by their names.
const NAMES: &[(&str, Format)] = &[
    (format::NATIVE, Format::Native),
    (format::WORDPRESS, Format::WordPress),
    (format::JSON_FEED, Format::JsonFeed),
    (format::SCHEMA_ORG, Format::SchemaOrg),
    (format::GHOST, Format::Ghost),
    (format::ANS, Format::Ans),
    (format::GUARDIAN, Format::Guardian),
    (format::NINJS, Format::Ninjs),
    (format::DRUPAL, Format::Drupal),
    (format::RSS, Format::Rss),
    (format::APPLE_NEWS, Format::AppleNews),
];

/// The marks by which formats are recognised: rows of paths, all of which must exist in a document. A `0` in a path
/// is the first element of a list.
const MARKS: &[(Format, &str)] = &[
    (Format::Ghost, "comment_id visibility"),
    (Format::Ghost, "html uuid slug"),
    (Format::Ghost, "html feature_image"),
    (Format::Ghost, "posts.0.title posts.0.uuid"),
    (Format::Ghost, "posts.0.title posts.0.html"),
    (Format::Ghost, "posts.0.title posts.0.visibility"),
    (Format::Ans, "content_elements headlines"),
    (Format::Ans, "content_elements version"),
    (Format::Ans, "content_elements.0.headlines"),
    (Format::Ans, "taxonomy version"),
    (Format::Guardian, "response.content.webTitle"),
    (Format::Guardian, "response.results"),
    (Format::Guardian, "webTitle apiUrl"),
    (Format::Ninjs, "uri versioncreated"),
    (Format::Ninjs, "guid versioncreated"),
    (Format::Ninjs, "uri versionCreated"),
    (Format::Ninjs, "$standard"),
    (Format::Ninjs, "uri headline"),
    (Format::Ninjs, "uri body_html"),
    (Format::Ninjs, "uri body_text"),
    (Format::Ninjs, "uri renditions"),
    (Format::Ninjs, "uri bodies"),
    (Format::Ninjs, "uri headlines"),
    (Format::Ninjs, "uri descriptions"),
    (Format::Ninjs, "_items.0.versioncreated"),
    (Format::Ninjs, "item.0.versioncreated"),
    (Format::Ninjs, "data.items.0.item.versioncreated"),
    (Format::Drupal, "jsonapi data.attributes.title"),
    (Format::Drupal, "data.attributes.drupal_internal__nid"),
    (Format::Drupal, "jsonapi data.0.attributes.title"),
    (Format::Drupal, "data.0.attributes.drupal_internal__nid"),
    (Format::Drupal, "drupal_internal__nid title"),
    (Format::AppleNews, "components.0.role identifier"),
    (Format::AppleNews, "components.0.role documentStyle"),
    (Format::AppleNews, "components.0.role layout"),
];

impl Format {
    /// The format that an attribute names for a document; `None` for `auto` and for anything unknown.
    pub fn named(name: &str, json: &Json) -> Option<Self> {
        let name = trimmed(name);
        let format = NAMES.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)?;
        Some(if format == Self::Native { Self::native(dialect(json)) } else { format })
    }

    /// This project's own format, with a body in its blocks or in a dialect.
    fn native(dialect: Option<Dialect>) -> Self {
        dialect.map_or(Self::Native, Self::Dialect)
    }

    /// Recognises a document, or one item of a list, by its own marks.
    pub fn recognise(json: &Json) -> Self {
        let sample = if json.is_array() { json.first() } else { json.clone() };
        if json.text().is_some_and(|text| is_feed(&text)) {
            return Self::Rss;
        }
        // Tested before the others, because a native document may contain `_links` or `@context`.
        let body = sample.get("body").unpacked();
        let dialect = dialect::recognise(&body);
        if sample.line("title").is_some()
            && (body.is_array() || dialect.is_some() || sample.get("bodyHtml").text().is_some())
        {
            return Self::native(dialect);
        }
        if sample.get("title").is_object() && sample.get("content").is_object()
            || sample.at("title.rendered").text().is_some()
        {
            return Self::WordPress;
        }
        for (format, marks) in MARKS {
            if pieces(marks, " ").all(|path| !at(&sample, path).is_null()) {
                return *format;
            }
        }
        if sample.get("_links").is_object() {
            return Self::WordPress;
        }
        let data = sample.get("data");
        let node = if data.is_null() {
            sample.clone()
        } else if data.is_array() {
            data.first()
        } else {
            data
        };
        if node.line("type").is_some_and(|kind| kind.starts_with("node--")) {
            return Self::Drupal;
        }
        if schema_org::is_marked(&sample) {
            return Self::SchemaOrg;
        }
        if json_feed::is_marked(&sample) {
            return Self::JsonFeed;
        }
        Self::native(dialect)
    }
}

/// The dialect of a document's body.
fn dialect(json: &Json) -> Option<Dialect> {
    dialect::recognise(&json.get("body").unpacked())
}

/// The value at a dotted path.
fn at(json: &Json, path: &str) -> Json {
    let mut value = json.clone();
    for key in pieces(path, ".") {
        value = if key == "0" { value.first() } else { value.get(key) };
    }
    value
}
