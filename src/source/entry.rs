//! The ways into the formats other than this project's own and WordPress'. JSON Feed and schema.org share a chunk, each of
//! the others has one.

use super::dialect::entry::Dialects;
use super::{Context, SourceError, ans, drupal, ghost, guardian, json_feed, ninjs, rss, schema_org};
use crate::article::{Article, Teaser};
use crate::lazy::token;
use crate::network::json::Json;
use news_article_contract::chunk::{ANS, DRUPAL, FORMATS, GHOST, GUARDIAN, NINJS, RSS};

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

/// The two ways into a format that has a chunk of its own.
macro_rules! ways_in {
    ($token:ident, $module:ident) => {
        impl $token {
            /// Reads an article.
            ///
            /// # Errors
            ///
            /// What is missing, or more than the caps allow.
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
    /// What reads Ghost's posts is here.
    Ghost = GHOST
}

impl Ghost {
    /// Reads an article; `dialects` where it came in Lexical alone.
    ///
    /// # Errors
    ///
    /// What is missing, or more than the caps allow.
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

    /// Whether the article came in Lexical alone.
    #[inline(never)]
    pub fn has_lexical(self, json: &Json) -> bool {
        ghost::has_lexical(json)
    }
}

token! {
    /// What reads Arc XP's ANS is here.
    Ans = ANS
}
ways_in!(Ans, ans);

token! {
    /// What reads the Guardian's content API is here.
    Guardian = GUARDIAN
}
ways_in!(Guardian, guardian);

token! {
    /// What reads IPTC's ninjs is here.
    Ninjs = NINJS
}
ways_in!(Ninjs, ninjs);

token! {
    /// What reads drupal's JSON:API is here.
    Drupal = DRUPAL
}
ways_in!(Drupal, drupal);

token! {
    /// What reads feeds in XML: RSS 2.0 and Atom is here.
    Rss = RSS
}
ways_in!(Rss, rss);
