//! Documents of other systems into the model: which format one is in, and the reader for it.

mod excerpt;
pub mod html;
pub mod json_feed;
pub mod native;
mod opening;
mod paragraph;
pub mod schema_org;
pub mod wordpress;

use crate::article::{Article, Summary, Teaser};
use crate::chunk::{self, formats};
use crate::network::address::Address;
use crate::network::json::Json;
use crate::text::search::{concat, trimmed};
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

/// The chunks that a document needs: see [`crate::chunk`].
pub fn chunks(format: Format, json: &Json) -> &'static [&'static str] {
    match format {
        Format::Native if json.get("bodyHtml").is_null() => &["native"],
        Format::Native => &["native", "markup"],
        Format::WordPress => &["markup"],
        Format::JsonFeed | Format::SchemaOrg => &["formats", "markup"],
    }
}

/// The chunks that a list of other articles needs.
pub fn list_chunks(format: Format, json: &Json) -> &'static [&'static str] {
    match format {
        Format::WordPress => &["markup", "posts"],
        _ => chunks(format, json),
    }
}

/// The most breadcrumbs, topics, authors, networks and points of a summary that are shown of each.
const NAMES_MAX: usize = 100;

/// Why a document is no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// What kind of failure it is.
    pub kind: SourceErrorKind,
    /// For the developer: `wordpress: content.rendered is missing`.
    pub message: String,
}

/// Why a document is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceErrorKind {
    /// A required field is missing, or the document is of no known shape.
    Malformed,
    /// There is an article, behind a password.
    Protected,
    /// More than the caps allow.
    TooLarge,
}

impl SourceError {
    /// A required field is not there.
    pub fn missing(source: &str, field: &str) -> Self {
        Self::malformed(source, &concat(&[field, " is missing"]))
    }

    /// There is more than a cap allows.
    pub fn too_large(message: &str) -> Self {
        SourceError { kind: SourceErrorKind::TooLarge, message: message.to_owned() }
    }

    /// The document is wrong in some other way.
    pub fn malformed(source: &str, what: &str) -> Self {
        SourceError { kind: SourceErrorKind::Malformed, message: concat(&[source, ": ", what]) }
    }
}

/// What a source needs to know besides the document.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Where the document came from, after redirects: what relative addresses fall back to.
    pub base: Option<Address>,
}

/// Reads an article in the given format, or in the one that the document shows. [`chunks`] must be here.
pub fn article(json: &Json, format: Option<Format>, context: &Context) -> Result<Article, SourceError> {
    if json.is_null() {
        return Err(SourceError::malformed("native", "there is no document"));
    }
    let format = format.unwrap_or_else(|| Format::recognise(json));
    let mut article = match format {
        Format::Native => chunk::native::article(json, context),
        Format::WordPress => chunk::markup::article(json, context),
        Format::JsonFeed | Format::SchemaOrg => formats::article(json, format, context),
    }?;
    // Browsers take their time over some thousands of anything, and no reader wants them.
    article.breadcrumbs.truncate(NAMES_MAX);
    article.tags.truncate(NAMES_MAX);
    article.authors.truncate(NAMES_MAX);
    article.social.truncate(NAMES_MAX);
    if let Some(Summary::Points(points)) = &mut article.summary {
        points.truncate(NAMES_MAX);
    }
    Ok(article)
}

/// Reads a list of other articles, in whichever format it is; what is no teaser is left out. [`list_chunks`] must be
/// here.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    match Format::recognise(json) {
        Format::Native => chunk::native::teasers(json, context),
        Format::WordPress => chunk::posts::teasers(json, context),
        format => formats::teasers(json, format, context),
    }
}

#[cfg(test)]
mod tests;
