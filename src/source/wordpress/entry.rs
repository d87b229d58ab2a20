//! The entries to WordPress' format. Articles are read together with HTML; lists of posts are apart, because they are
//! read later or not at all.

use super::{article, teasers};
use crate::article::{Article, Teaser};
use crate::lazy::token;
use crate::network::json::Json;
use crate::source::{Context, SourceError};
use news_article_contract::chunk::{MARKUP, POSTS};

token! {
    /// The code that reads a post as an article.
    WordPress = MARKUP
}

impl WordPress {
    /// Reads a post.
    ///
    /// # Errors
    ///
    /// Fails if a required field is missing, or if the post is protected.
    #[inline(never)]
    pub fn article(self, json: &Json, context: &Context) -> Result<Article, SourceError> {
        article(json, context)
    }
}

token! {
    /// The code that reads lists of posts.
    Posts = POSTS
}

impl Posts {
    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(self, json: &Json, context: &Context) -> Vec<Teaser> {
        teasers(json, context)
    }
}
