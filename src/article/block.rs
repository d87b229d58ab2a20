//! The blocks that a body is made of.

use super::inline::plain_or_rich;
#[cfg(not(target_arch = "wasm32"))]
use super::inline::rich_or_plain;
use super::{Direction, Inline};
use crate::network::address::Address;
#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

/// One block of a body, with what any block may carry.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Block {
    /// What it is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// BCP 47 tag, where it differs from the article's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Direction, where the sender gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dir: Option<Direction>,
    /// A name that a fragment link of the same article may lead to. It never becomes an `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
}

impl From<BlockKind> for Block {
    fn from(kind: BlockKind) -> Self {
        Block { kind, lang: None, dir: None, anchor: None }
    }
}

/// What a block is.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum BlockKind {
    /// Running text.
    Paragraph {
        /// The text.
        content: Vec<Inline>,
    },
    /// A heading inside the body.
    Heading {
        /// The sender's level, 1 to 6; the page's outline decides the one shown.
        level: u8,
        /// The text.
        content: Vec<Inline>,
    },
    /// A list.
    List {
        /// Numbered or not.
        #[serde(default)]
        ordered: bool,
        /// The first number, where it is not 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        /// Whether it counts down.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        reversed: bool,
        /// Each item is blocks.
        items: Vec<Vec<Block>>,
    },
    /// A picture.
    Image(Image),
    /// Several pictures.
    Gallery {
        /// The pictures.
        images: Vec<Image>,
        /// What stands under all of them.
        #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        caption: Vec<Inline>,
    },
    /// Somebody else's words.
    Quote {
        /// The words.
        body: Vec<Block>,
        /// Whose they are.
        #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        cite: Vec<Inline>,
    },
    /// The article's own words, set large.
    PullQuote {
        /// The words.
        content: Vec<Inline>,
        /// Whose they are.
        #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        cite: Vec<Inline>,
    },
    /// A table; a cell is inlines.
    Table {
        /// The header row.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        head: Vec<Vec<Inline>>,
        /// The other rows.
        rows: Vec<Vec<Vec<Inline>>>,
        /// What stands under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        caption: Vec<Inline>,
    },
    /// Preformatted text.
    Code {
        /// The text, line breaks and all.
        text: String,
        /// The language's name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    /// A break between two parts.
    Divider {},
    /// A recording.
    Audio(Media),
    /// A film.
    Video(Media),
    /// Something of another site: a placeholder and a link.
    Embed {
        /// The other site's name: `YouTube`.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        provider: String,
        /// Its address.
        url: Address,
        /// What it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    /// A box beside the text.
    Callout {
        /// Its heading.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// Its text.
        body: Vec<Block>,
    },
    /// Text that opens on demand.
    Details {
        /// What is always seen.
        #[serde(default, serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        summary: Vec<Inline>,
        /// What opens.
        body: Vec<Block>,
    },
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Image {
    /// Its address.
    pub src: Address,
    /// What it shows; empty for a picture that says nothing.
    #[serde(default)]
    pub alt: String,
    /// Width in CSS px.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in CSS px.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Other sizes, as in HTML, of which each address has passed the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub srcset: Option<String>,
    /// How wide it is shown, as in HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sizes: Option<String>,
    /// What stands under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
    #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
    #[cfg_attr(test, schemars(with = "PlainOrRich"))]
    pub caption: Vec<Inline>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Where the picture leads when it is a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<Address>,
}

impl Image {
    /// A picture of an address, with nothing else known.
    pub fn new(src: Address) -> Self {
        Image {
            src,
            alt: String::new(),
            width: None,
            height: None,
            srcset: None,
            sizes: None,
            caption: Vec::new(),
            credit: None,
            href: None,
        }
    }
}

/// A recording or a film.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Media {
    /// Its address.
    pub src: Address,
    /// The picture shown before a film starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poster: Option<Address>,
    /// Length in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// What stands under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
    #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
    #[cfg_attr(test, schemars(with = "PlainOrRich"))]
    pub caption: Vec<Inline>,
}

/// For the schema: a bare string, or inlines.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its shape is read, by the schema")]
pub(crate) enum PlainOrRich {
    /// Text without marks.
    Plain(String),
    /// Text with marks.
    Rich(Vec<Inline>),
}
