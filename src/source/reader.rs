//! What a document is read with: the code of its format, which is a chunk that was waited for.

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

/// What an article is read with.
#[derive(Clone, Copy, Debug)]
pub enum Reader {
    /// This project's own format, and HTML where the body is that.
    Native(Native, Option<Markup>),
    /// The same, with a body of another editor.
    Dialect(Native, Dialects, Dialect),
    /// WordPress.
    WordPress(WordPress),
    /// JSON Feed.
    JsonFeed(Formats),
    /// schema.org.
    SchemaOrg(Formats),
    /// Ghost, and Lexical where a post came in that alone.
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
    /// Apple News Format, and Markdown where a text is that.
    AppleNews(AppleNews, Option<Markdown>),
}

/// What a list of other articles is read with.
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
    /// Waits for what reads a document of this format.
    ///
    /// # Errors
    ///
    /// What JavaScript says of a chunk that does not come.
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

    /// What reads a document of this format, where all is in one piece.
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

/// Whether there is HTML in a native document: its body, or that of an update.
#[cfg(browser)]
fn has_html(json: &Json) -> bool {
    let is_html = |one: &Json| !one.get("bodyHtml").is_null();
    is_html(json) || json.get("updates").items_within(1_000).iter().any(is_html)
}

impl ListReader {
    /// Waits for what reads a list of this format.
    ///
    /// # Errors
    ///
    /// What JavaScript says of a chunk that does not come.
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

    /// What reads a list of this format, where all is in one piece.
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
