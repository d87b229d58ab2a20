//! Reads documents of other systems into the model: recognises the format, and calls its reader.

mod access;
pub mod ans;
pub mod apple_news;
mod compose;
mod context;
pub mod dialect;
pub mod drupal;
pub mod entry;
mod error;
mod excerpt;
mod file;
mod format;
pub mod ghost;
pub mod guardian;
pub mod html;
pub mod json_feed;
mod label;
pub mod limit;
#[cfg(browser)]
pub mod live;
pub mod native;
pub mod ninjs;
pub mod page;
mod paragraph;
pub mod reader;
mod rendition;
pub mod rss;
pub mod schema_org;
pub mod title;
mod updates;
pub mod wordpress;

pub use context::Context;
pub use error::{SourceError, SourceErrorKind};
pub use format::Format;

use crate::article::{Article, Teaser};
use crate::network::json::Json;
use entry::Rarer;
use reader::{ListReader, Reader};

/// Reads an article.
///
/// # Errors
///
/// Fails if something is missing or wrong, or if there is more than the limits allow.
pub fn article(reader: Reader, json: &Json, context: &Context) -> Result<Article, SourceError> {
    if json.is_null() {
        return Err(SourceError::malformed("native", "there is no document"));
    }
    let mut article = match reader {
        Reader::Native(native, markup) => native.article(json, context, markup, None),
        Reader::Dialect(native, dialects, dialect) => {
            native.article(json, context, None, Some((dialects, dialect)))
        }
        Reader::WordPress(wordpress) => wordpress.article(json, context),
        Reader::JsonFeed(formats) => formats.article(Rarer::JsonFeed, json, context),
        Reader::SchemaOrg(formats) => formats.article(Rarer::SchemaOrg, json, context),
        Reader::Ghost(ghost, dialects) => ghost.article(json, context, dialects),
        Reader::AppleNews(apple_news, markdown) => apple_news.article(json, context, markdown),
        Reader::Rss(rss) => rss.article(json, context),
        Reader::Drupal(drupal) => drupal.article(json, context),
        Reader::Ninjs(ninjs) => ninjs.article(json, context),
        Reader::Guardian(guardian) => guardian.article(json, context),
        Reader::Ans(ans) => ans.article(json, context),
    }?;
    article.body = limit::weighed(article.body)?;
    Ok(article)
}

/// Reads a list of other articles. Entries that are no teaser are left out.
pub fn teasers(reader: ListReader, json: &Json, context: &Context) -> Vec<Teaser> {
    match reader {
        ListReader::Native(native) => native.teasers(json, context),
        ListReader::WordPress(posts) => posts.teasers(json, context),
        ListReader::JsonFeed(formats) => formats.teasers(Rarer::JsonFeed, json, context),
        ListReader::SchemaOrg(formats) => formats.teasers(Rarer::SchemaOrg, json, context),
        ListReader::Ghost(ghost) => ghost.teasers(json, context),
        ListReader::AppleNews(apple_news) => apple_news.teasers(json, context),
        ListReader::Rss(rss) => rss.teasers(json, context),
        ListReader::Drupal(drupal) => drupal.teasers(json, context),
        ListReader::Ninjs(ninjs) => ninjs.teasers(json, context),
        ListReader::Guardian(guardian) => guardian.teasers(json, context),
        ListReader::Ans(ans) => ans.teasers(json, context),
    }
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod originals;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
