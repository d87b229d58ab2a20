//! The ways into WordPress' format: articles come with HTML, lists of posts apart, for a list is read later or not at all.

use super::{article, teasers};
use crate::article::{Article, Teaser};
use crate::lazy::token;
use crate::network::json::Json;
use crate::source::{Context, SourceError};
use news_article_contract::chunk::{MARKUP, POSTS};

token! {
    /// What reads a post as an article is here.
    WordPress = MARKUP
}

impl WordPress {
    /// Reads a post.
    ///
    /// # Errors
    ///
    /// What is missing, or that the post is protected.
    #[inline(never)]
    pub fn article(self, json: &Json, context: &Context) -> Result<Article, SourceError> {
        article(json, context)
    }
}

token! {
    /// What reads lists of posts is here.
    Posts = POSTS
}

impl Posts {
    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(self, json: &Json, context: &Context) -> Vec<Teaser> {
        teasers(json, context)
    }
}
