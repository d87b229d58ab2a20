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
        /// Letters or Roman numerals, where it does not count in figures.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        numbering: Option<Numbering>,
        /// The number of each item, where the sender gave any; those after one that has a number count on from it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<Option<u32>>,
        /// Each item is blocks.
        items: Vec<Vec<Block>>,
    },
    /// Terms, each with what it means.
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
    /// A table.
    Table {
        /// The header row.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        head: Vec<Cell>,
        /// The other rows.
        rows: Vec<Vec<Cell>>,
        /// Whether the first cell of each row is the row's heading.
        #[serde(default, rename = "rowHeadings", skip_serializing_if = "std::ops::Not::not")]
        row_headings: bool,
        /// The side that each column keeps to, where the sender gave any.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        align: Vec<Option<Align>>,
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

/// How the items of a list are counted, where that is not in figures. The names are those of CSS.
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

    /// What the attribute `type` of a list calls it.
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
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(content) => content.is_empty(),
            Self::Blocks { blocks } => blocks.is_empty(),
        }
    }
}

/// One or more terms, and what they mean.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Definition {
    /// The terms.
    pub terms: Vec<Vec<Inline>>,
    /// What they mean.
    pub body: Vec<Block>,
}

/// A recording or a film.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Media {
    /// Its address.
    pub src: Address,
    /// Every form that it is to be had in, the best first; the browser takes the first that it can play. Empty where there is
    /// but one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<MediaSource>,
    /// Captions, subtitles and the like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
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

/// One of the forms of a recording or a film.
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

/// Text that goes with a recording or a film.
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
    /// What the reader chooses it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Whether it is shown unless the reader chooses another.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub default: bool,
}

/// The kinds of text that go with a film and that a reader can see.
const TRACK_KINDS: &str = "subtitles captions descriptions chapters";

impl Track {
    /// The kind of text, if HTML knows it.
    pub fn kind_named(name: &str) -> Option<String> {
        has_word(TRACK_KINDS, name).then(|| name.to_owned())
    }
}
