//! Which format a document is in.

use super::{json_feed, schema_org};
use crate::network::json::Json;
use crate::text::search::trimmed;
use news_article_contract::format;

/// The shape of a JSON document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// This project's own.
    Native,
    /// WordPress' REST interface, `/wp/v2/posts`.
    WordPress,
    /// JSON Feed, versions 1 and 1.1.
    JsonFeed,
    /// schema.org's `NewsArticle` and its kin, as JSON-LD.
    SchemaOrg,
}

impl Format {
    /// The format that an attribute names; `None` for `auto` and for anything unknown.
    pub fn named(name: &str) -> Option<Self> {
        match trimmed(name) {
            format::NATIVE => Some(Self::Native),
            format::WORDPRESS => Some(Self::WordPress),
            format::JSON_FEED => Some(Self::JsonFeed),
            format::SCHEMA_ORG => Some(Self::SchemaOrg),
            _ => None,
        }
    }

    /// Recognises a document, or one item of a list, by its own marks.
    pub fn recognise(json: &Json) -> Self {
        let sample = if json.is_array() { json.first() } else { json.clone() };
        // Before the others: a native document may carry `_links` or `@context` along.
        if sample.line("title").is_some()
            && (sample.get("body").is_array() || sample.get("bodyHtml").text().is_some())
        {
            return Self::Native;
        }
        if sample.get("title").is_object() && sample.get("content").is_object()
            || sample.at("title.rendered").text().is_some()
            || sample.get("_links").is_object()
        {
            return Self::WordPress;
        }
        if schema_org::is_marked(&sample) {
            return Self::SchemaOrg;
        }
        if json_feed::is_marked(&sample) {
            return Self::JsonFeed;
        }
        Self::Native
    }
}
