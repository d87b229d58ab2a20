//! The entries to the formats other than this project's own and WordPress'. JSON Feed and schema.org share a chunk,
//! and each of the others has one of its own.

use super::dialect::entry::Dialects;
use super::{Context, SourceError, ans, drupal, ghost, guardian, json_feed, ninjs, rss, schema_org};
use crate::article::{Article, Teaser};
use crate::lazy::token;
use crate::network::json::Json;
use news_article_contract::chunk::{ANS, DRUPAL, FORMATS, GHOST, GUARDIAN, NINJS, RSS};

token! {
    /// The code that reads the rarer formats, and that reads HTML, which it uses.
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
    /// Fails if a required field is missing, or if there is more than the limits allow.
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

/// The methods of the entry to a format with a chunk of its own.
macro_rules! ways_in {
    ($token:ident, $module:ident) => {
        impl $token {
            /// Reads an article.
            ///
            /// # Errors
            ///
            /// Fails if a required field is missing, or if there is more than the limits allow.
            #[inline(never)]
            pub fn article(self, json: &Json, context: &Context) -> Result<Article, SourceError> {
                $module::article(json, context)
            }

            /// Reads a list of other articles.
            #[inline(never)]
            pub fn teasers(self, json: &Json, context: &Context) -> Vec<Teaser> {
                $module::teasers(json, context)
            }
        }
    };
}

token! {
    /// The code that reads Ghost's posts.
    Ghost = GHOST
}

impl Ghost {
    /// Reads an article. `dialects` must be given if it has Lexical only.
    ///
    /// # Errors
    ///
    /// Fails if a required field is missing, or if there is more than the limits allow.
    #[inline(never)]
    pub fn article(
        self,
        json: &Json,
        context: &Context,
        dialects: Option<Dialects>,
    ) -> Result<Article, SourceError> {
        ghost::article(json, context, dialects)
    }

    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(self, json: &Json, context: &Context) -> Vec<Teaser> {
        ghost::teasers(json, context)
    }

    /// Returns true if the article has Lexical only.
    #[inline(never)]
    pub fn has_lexical(self, json: &Json) -> bool {
        ghost::has_lexical(json)
    }
}

token! {
    /// The code that reads Arc XP's ANS.
    Ans = ANS
}
ways_in!(Ans, ans);

token! {
    /// The code that reads the Guardian's content API.
    Guardian = GUARDIAN
}
ways_in!(Guardian, guardian);

token! {
    /// The code that reads IPTC's ninjs.
    Ninjs = NINJS
}
ways_in!(Ninjs, ninjs);

token! {
    /// The code that reads drupal's JSON:API.
    Drupal = DRUPAL
}
ways_in!(Drupal, drupal);

impl Drupal {
    /// Mistakes in the attribute `fields` for this document, as messages.
    #[inline(never)]
    pub fn mistakes(self, json: &Json, context: &Context) -> Vec<String> {
        drupal::mistakes(json, &context.fields)
    }
}

token! {
    /// The code that reads feeds in XML: RSS 2.0 and Atom.
    Rss = RSS
}
ways_in!(Rss, rss);
