//! The entry to Apple News Format.

use super::markdown::Markdown;
use super::{article, has_markdown, teasers};
use crate::article::{Article, Teaser};
use crate::lazy::token;
use crate::network::json::Json;
use crate::source::{Context, SourceError};
use news_article_contract::chunk::APPLE_NEWS;

token! {
    /// The code that reads Apple News Format.
    AppleNews = APPLE_NEWS
}

impl AppleNews {
    /// Returns true if a text of the document is Markdown.
    #[inline(never)]
    pub fn has_markdown(self, json: &Json) -> bool {
        has_markdown(json)
    }

    /// Reads an article; `markdown` where a text of it is that.
    ///
    /// # Errors
    ///
    /// Fails if a required field is missing, or if there is more than the limits allow.
    #[inline(never)]
    pub fn article(
        self,
        json: &Json,
        context: &Context,
        markdown: Option<Markdown>,
    ) -> Result<Article, SourceError> {
        article(json, context, markdown)
    }

    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(self, json: &Json, context: &Context) -> Vec<Teaser> {
        teasers(json, context)
    }
}
