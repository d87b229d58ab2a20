//! The way into the formats that few publishers send: JSON Feed and schema.org.

use super::{Context, SourceError, json_feed, schema_org};
use crate::article::{Article, Teaser};
use crate::lazy::token;
use crate::network::json::Json;
use news_article_contract::chunk::FORMATS;

token! {
    /// What reads the rarer formats is here, and what reads HTML, which it uses.
    Formats = FORMATS
}

/// A format that few publishers send.
#[derive(Clone, Copy, Debug)]
pub enum Rarer {
    /// JSON Feed.
    JsonFeed,
    /// schema.org.
    SchemaOrg,
}

impl Formats {
    /// Reads an article.
    ///
    /// # Errors
    ///
    /// What is missing, or more than the caps allow.
    #[inline(never)]
    pub fn article(self, format: Rarer, json: &Json, context: &Context) -> Result<Article, SourceError> {
        match format {
            Rarer::JsonFeed => json_feed::article(json, context),
            Rarer::SchemaOrg => schema_org::article(json, context),
        }
    }

    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(self, format: Rarer, json: &Json, context: &Context) -> Vec<Teaser> {
        match format {
            Rarer::JsonFeed => json_feed::teasers(json, context),
            Rarer::SchemaOrg => schema_org::teasers(json, context),
        }
    }
}
