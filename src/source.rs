//! Documents of other systems into the model: which format one is in, and the reader for it.

mod context;
pub mod entry;
mod error;
mod excerpt;
mod file;
mod format;
pub mod html;
pub mod json_feed;
pub mod limit;
pub mod native;
mod opening;
mod paragraph;
pub mod reader;
pub mod schema_org;
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
/// What is missing or wrong, and more than the caps allow.
pub fn article(reader: Reader, json: &Json, context: &Context) -> Result<Article, SourceError> {
    if json.is_null() {
        return Err(SourceError::malformed("native", "there is no document"));
    }
    let mut article = match reader {
        Reader::Native(native, markup) => native.article(json, context, markup),
        Reader::WordPress(wordpress) => wordpress.article(json, context),
        Reader::JsonFeed(formats) => formats.article(Rarer::JsonFeed, json, context),
        Reader::SchemaOrg(formats) => formats.article(Rarer::SchemaOrg, json, context),
    }?;
    article.body = limit::weighed(article.body)?;
    Ok(article)
}

/// Reads a list of other articles; what is no teaser is left out.
pub fn teasers(reader: ListReader, json: &Json, context: &Context) -> Vec<Teaser> {
    match reader {
        ListReader::Native(native) => native.teasers(json, context),
        ListReader::WordPress(posts) => posts.teasers(json, context),
        ListReader::JsonFeed(formats) => formats.teasers(Rarer::JsonFeed, json, context),
        ListReader::SchemaOrg(formats) => formats.teasers(Rarer::SchemaOrg, json, context),
    }
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
