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

impl Formats {
    /// Reads an article: of JSON Feed where `feed`, else of schema.org.
    ///
    /// # Errors
    ///
    /// What is missing, or more than the caps allow.
    #[inline(never)]
    pub fn article(self, json: &Json, feed: bool, context: &Context) -> Result<Article, SourceError> {
        if feed { json_feed::article(json, context) } else { schema_org::article(json, context) }
    }

    /// Reads a list of other articles in one of the two.
    #[inline(never)]
    pub fn teasers(self, json: &Json, feed: bool, context: &Context) -> Vec<Teaser> {
        if feed { json_feed::teasers(json, context) } else { schema_org::teasers(json, context) }
    }
}
