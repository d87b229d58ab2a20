//! The blocks that a body is made of.

#[cfg(test)]
use super::inline::PlainOrRich;
use super::inline::plain_or_rich;
#[cfg(not(target_arch = "wasm32"))]
use super::inline::rich_or_plain;
use super::inline::{Image, Inline};
use super::placement::{Align, Direction};
use crate::network::address::Address;
use crate::text::search::has_word;
#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

/// One block of a body, with the fields that any block may have.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Block {
    /// The kind of block, with its content.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// BCP 47 tag, where it differs from the article's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The writing direction, if the sender gave one.
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

/// The kind of a block, with its content.
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
        /// The sender's level, 1 to 6. The page's outline decides the level that is shown.
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
        /// True if it counts down.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        reversed: bool,
        /// Letters or Roman numerals, where it does not count in figures.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        numbering: Option<Numbering>,
        /// The number of each item, if the sender gave any. Items without a number continue from the one before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<Option<u32>>,
        /// Each item is blocks.
        items: Vec<Vec<Block>>,
    },
    /// Terms with their definitions.
    Definitions {
        /// The entries.
        items: Vec<Definition>,
    },
    /// A picture.
    Image(Image),
    /// Several pictures.
    Gallery {
        /// The pictures.
        images: Vec<Image>,
        /// The caption of all of them.
        #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        caption: Vec<Inline>,
    },
    /// A quotation.
    Quote {
        /// The quoted text.
        body: Vec<Block>,
        /// The source.
        #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        cite: Vec<Inline>,
    },
    /// A pull quote: the article's own words, in large type.
    PullQuote {
        /// The text.
        content: Vec<Inline>,
        /// The source.
        #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        cite: Vec<Inline>,
    },
    /// A table.
    Table {
        /// The header row.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        head: Vec<Cell>,
        /// The other rows.
        rows: Vec<Vec<Cell>>,
        /// True if the first cell of each row is the row's heading.
        #[serde(default, rename = "rowHeadings", skip_serializing_if = "std::ops::Not::not")]
        row_headings: bool,
        /// The alignment of each column, if the sender gave any.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        align: Vec<Option<Align>>,
        /// The caption.
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
    /// A thematic break.
    Divider {},
    /// A recording.
    Audio(Media),
    /// A video.
    Video(Media),
    /// Content of another site: a placeholder and a link.
    Embed {
        /// The name of the other site: `YouTube`.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        provider: String,
        /// Its address.
        url: Address,
        /// The title of the content.
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
    /// A disclosure: text that opens on demand.
    Details {
        /// The line that is always visible.
        #[serde(default, serialize_with = "plain_or_rich")]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
        #[cfg_attr(test, schemars(with = "PlainOrRich"))]
        summary: Vec<Inline>,
        /// The text that opens.
        body: Vec<Block>,
    },
}

/// The numbering of a list, if it is not in figures. The names are those of CSS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// a, b, c
    LowerAlpha,
    /// A, B, C
    UpperAlpha,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
}

/// Each numbering with its name, and with the value of the attribute `type` that stands for it in HTML.
const NUMBERINGS: [(Numbering, &str, &str); 4] = [
    (Numbering::LowerAlpha, "lower-alpha", "a"),
    (Numbering::UpperAlpha, "upper-alpha", "A"),
    (Numbering::LowerRoman, "lower-roman", "i"),
    (Numbering::UpperRoman, "upper-roman", "I"),
];

impl Numbering {
    /// The numbering of that name, or of that value of `type`.
    pub fn named(name: &str) -> Option<Self> {
        // CSS knows two names for letters.
        let name = match name {
            "lower-latin" => "lower-alpha",
            "upper-latin" => "upper-alpha",
            name => name,
        };
        NUMBERINGS.iter().find(|(_, css, html)| *css == name || *html == name).map(|(known, ..)| *known)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        NUMBERINGS.iter().find(|(known, ..)| *known == self).map_or("", |(_, css, _)| css)
    }

    /// The value of a list's attribute `type` in HTML.
    pub fn html(self) -> &'static str {
        NUMBERINGS.iter().find(|(known, ..)| *known == self).map_or("", |(.., html)| html)
    }
}

/// A cell of a table: running text, or blocks where it holds lists, code, or tables of its own.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Cell {
    /// Running text.
    Text(Vec<Inline>),
    /// Blocks.
    Blocks {
        /// The blocks.
        blocks: Vec<Block>,
    },
}

impl Cell {
    /// Returns true if it is empty.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(content) => content.is_empty(),
            Self::Blocks { blocks } => blocks.is_empty(),
        }
    }
}

/// One or more terms with their definition.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Definition {
    /// The terms.
    pub terms: Vec<Vec<Inline>>,
    /// The definition.
    pub body: Vec<Block>,
}

/// A recording or a video.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Media {
    /// Its address.
    pub src: Address,
    /// All files of it, the best first. The browser takes the first that it can play. Empty if there is only one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<MediaSource>,
    /// Captions, subtitles and the like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
    /// The picture shown before a video starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poster: Option<Address>,
    /// Length in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// The caption.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
    #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
    #[cfg_attr(test, schemars(with = "PlainOrRich"))]
    pub caption: Vec<Inline>,
}

impl Media {
    /// A recording of an address, with nothing else known.
    pub fn new(src: Address) -> Self {
        Media {
            src,
            sources: Vec::new(),
            tracks: Vec::new(),
            poster: None,
            duration: None,
            caption: Vec::new(),
        }
    }
}

/// One of the files of a recording or a video.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MediaSource {
    /// Its address.
    pub src: Address,
    /// Its media type: `video/mp4`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// A text track of a recording or a video.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Track {
    /// Its address.
    pub src: Address,
    /// `subtitles`, `captions`, `descriptions`, `chapters`, as in HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// BCP 47 tag of its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub srclang: Option<String>,
    /// The name by which the reader chooses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// True if it is shown by default.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub default: bool,
}

/// The kinds of text tracks that a reader can see.
const TRACK_KINDS: &str = "subtitles captions descriptions chapters";

impl Track {
    /// The kind of text, if HTML knows it.
    pub fn kind_named(name: &str) -> Option<String> {
        has_word(TRACK_KINDS, name).then(|| name.to_owned())
    }
}
