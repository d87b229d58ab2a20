//! The reader of a document: the code for its format, which is loaded.

use super::Format;
use super::apple_news::entry::AppleNews;
use super::apple_news::markdown::Markdown;
use super::dialect::Dialect;
use super::dialect::entry::Dialects;
use super::entry::{Ans, Drupal, Formats, Ghost, Guardian, Ninjs, Rss};
use super::html::entry::Markup;
use super::native::entry::Native;
use super::wordpress::entry::{Posts, WordPress};
use crate::lazy::Lazy;
#[cfg(browser)]
use crate::lazy::Loader;
#[cfg(browser)]
use crate::network::json::Json;
#[cfg(browser)]
use wasm_bindgen::JsValue;

/// The code that reads an article.
#[derive(Clone, Copy, Debug)]
pub enum Reader {
    /// This project's own format, with HTML if the body is that.
    Native(Native, Option<Markup>),
    /// The same, with a body of another editor.
    Dialect(Native, Dialects, Dialect),
    /// WordPress.
    WordPress(WordPress),
    /// JSON Feed.
    JsonFeed(Formats),
    /// schema.org.
    SchemaOrg(Formats),
    /// Ghost, with Lexical if a post has only that.
    Ghost(Ghost, Option<Dialects>),
    /// Arc XP's ANS.
    Ans(Ans),
    /// The Guardian's content API.
    Guardian(Guardian),
    /// IPTC's ninjs.
    Ninjs(Ninjs),
    /// Drupal's JSON:API.
    Drupal(Drupal),
    /// Feeds in XML: RSS 2.0 and Atom.
    Rss(Rss),
    /// Apple News Format, with Markdown if a text is that.
    AppleNews(AppleNews, Option<Markdown>),
}

/// The code that reads a list of other articles.
#[derive(Clone, Copy, Debug)]
pub enum ListReader {
    /// This project's own format.
    Native(Native),
    /// WordPress.
    WordPress(Posts),
    /// JSON Feed.
    JsonFeed(Formats),
    /// schema.org.
    SchemaOrg(Formats),
    /// Ghost.
    Ghost(Ghost),
    /// Arc XP's ANS.
    Ans(Ans),
    /// The Guardian's content API.
    Guardian(Guardian),
    /// IPTC's ninjs.
    Ninjs(Ninjs),
    /// Drupal's JSON:API.
    Drupal(Drupal),
    /// Feeds in XML: RSS 2.0 and Atom.
    Rss(Rss),
    /// Apple News Format.
    AppleNews(AppleNews),
}

impl Reader {
    /// Loads the code that reads a document of this format.
    ///
    /// # Errors
    ///
    /// The error from JavaScript if a chunk does not arrive.
    #[cfg(browser)]
    pub async fn load(format: Format, json: &Json, loader: &impl Loader) -> Result<Self, JsValue> {
        Ok(match format {
            Format::Dialect(dialect) => {
                let (native, dialects) = <(Native, Dialects)>::load(loader).await?;
                Self::Dialect(native, dialects, dialect)
            }
            Format::Native if !has_html(json) => Self::Native(Native::load(loader).await?, None),
            Format::Native => {
                let (native, markup) = <(Native, Markup)>::load(loader).await?;
                Self::Native(native, Some(markup))
            }
            Format::WordPress => Self::WordPress(WordPress::load(loader).await?),
            Format::JsonFeed => Self::JsonFeed(Formats::load(loader).await?),
            Format::SchemaOrg => Self::SchemaOrg(Formats::load(loader).await?),
            Format::Ghost => {
                let reader = Ghost::load(loader).await?;
                let dialects =
                    if reader.has_lexical(json) { Some(Dialects::load(loader).await?) } else { None };
                Self::Ghost(reader, dialects)
            }
            Format::AppleNews => {
                let reader = AppleNews::load(loader).await?;
                let markdown =
                    if reader.has_markdown(json) { Some(Markdown::load(loader).await?) } else { None };
                Self::AppleNews(reader, markdown)
            }
            Format::Rss => Self::Rss(Rss::load(loader).await?),
            Format::Drupal => Self::Drupal(Drupal::load(loader).await?),
            Format::Ninjs => Self::Ninjs(Ninjs::load(loader).await?),
            Format::Guardian => Self::Guardian(Guardian::load(loader).await?),
            Format::Ans => Self::Ans(Ans::load(loader).await?),
        })
    }

    /// The code that reads a document of this format, in a build in one piece.
    #[cfg(any(not(browser), debug_assertions))]
    pub fn in_one_piece(format: Format) -> Self {
        match format {
            Format::Dialect(dialect) => Self::Dialect(Lazy::in_one_piece(), Lazy::in_one_piece(), dialect),
            Format::Native => Self::Native(Lazy::in_one_piece(), Some(Lazy::in_one_piece())),
            Format::WordPress => Self::WordPress(Lazy::in_one_piece()),
            Format::JsonFeed => Self::JsonFeed(Lazy::in_one_piece()),
            Format::SchemaOrg => Self::SchemaOrg(Lazy::in_one_piece()),
            Format::Ghost => Self::Ghost(Lazy::in_one_piece(), Some(Lazy::in_one_piece())),
            Format::AppleNews => Self::AppleNews(Lazy::in_one_piece(), Some(Lazy::in_one_piece())),
            Format::Rss => Self::Rss(Lazy::in_one_piece()),
            Format::Drupal => Self::Drupal(Lazy::in_one_piece()),
            Format::Ninjs => Self::Ninjs(Lazy::in_one_piece()),
            Format::Guardian => Self::Guardian(Lazy::in_one_piece()),
            Format::Ans => Self::Ans(Lazy::in_one_piece()),
        }
    }
}

/// Returns true if a native document contains HTML: in its body or in an update.
#[cfg(browser)]
fn has_html(json: &Json) -> bool {
    let is_html = |one: &Json| !one.get("bodyHtml").is_null();
    is_html(json) || json.get("updates").items_within(1_000).iter().any(is_html)
}

impl ListReader {
    /// Loads the code that reads a list of this format.
    ///
    /// # Errors
    ///
    /// The error from JavaScript if a chunk does not arrive.
    #[cfg(browser)]
    pub async fn load(format: Format, loader: &impl Loader) -> Result<Self, JsValue> {
        Ok(match format {
            Format::Native | Format::Dialect(_) => Self::Native(Native::load(loader).await?),
            Format::WordPress => Self::WordPress(Posts::load(loader).await?),
            Format::JsonFeed => Self::JsonFeed(Formats::load(loader).await?),
            Format::SchemaOrg => Self::SchemaOrg(Formats::load(loader).await?),
            Format::Ghost => Self::Ghost(Ghost::load(loader).await?),
            Format::AppleNews => Self::AppleNews(AppleNews::load(loader).await?),
            Format::Rss => Self::Rss(Rss::load(loader).await?),
            Format::Drupal => Self::Drupal(Drupal::load(loader).await?),
            Format::Ninjs => Self::Ninjs(Ninjs::load(loader).await?),
            Format::Guardian => Self::Guardian(Guardian::load(loader).await?),
            Format::Ans => Self::Ans(Ans::load(loader).await?),
        })
    }

    /// The code that reads a list of this format, in a build in one piece.
    #[cfg(any(not(browser), debug_assertions))]
    pub fn in_one_piece(format: Format) -> Self {
        match format {
            Format::Native | Format::Dialect(_) => Self::Native(Lazy::in_one_piece()),
            Format::WordPress => Self::WordPress(Lazy::in_one_piece()),
            Format::JsonFeed => Self::JsonFeed(Lazy::in_one_piece()),
            Format::SchemaOrg => Self::SchemaOrg(Lazy::in_one_piece()),
            Format::Ghost => Self::Ghost(Lazy::in_one_piece()),
            Format::AppleNews => Self::AppleNews(Lazy::in_one_piece()),
            Format::Rss => Self::Rss(Lazy::in_one_piece()),
            Format::Drupal => Self::Drupal(Lazy::in_one_piece()),
            Format::Ninjs => Self::Ninjs(Lazy::in_one_piece()),
            Format::Guardian => Self::Guardian(Lazy::in_one_piece()),
            Format::Ans => Self::Ans(Lazy::in_one_piece()),
        }
    }
}
