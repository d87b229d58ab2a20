//! Text inside a block.

use super::placement::{Align, Direction};
use crate::network::address::Address;
#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

/// A piece of running text: a bare string, or a span with content of its own.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Marked-up text.
    Span(Span),
}

/// Marked-up text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Span {
    /// The kind of span.
    #[serde(rename = "type")]
    pub kind: SpanKind,
    /// The content; empty for `br`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Inline>,
    /// The target of a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<Address>,
    /// True if somebody paid for the link.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sponsored: bool,
    /// True if the link has the look of a button.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub button: bool,
    /// True if a formula stands on a line of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub display: bool,
    /// The picture of `image`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Box<Image>>,
    /// The long form of an abbreviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// BCP 47 tag, if it differs from the surrounding text's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The writing direction, if the sender gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dir: Option<Direction>,
    /// A name that a fragment link of the same article may lead to. It never becomes an `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
}

impl Span {
    /// A span of a kind, with content and nothing else.
    pub fn new(kind: SpanKind, content: Vec<Inline>) -> Self {
        Span {
            kind,
            content,
            href: None,
            sponsored: false,
            button: false,
            display: false,
            image: None,
            title: None,
            lang: None,
            dir: None,
            anchor: None,
        }
    }
}

/// The kind of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum SpanKind {
    /// Important.
    Strong,
    /// Stressed.
    Em,
    /// A link; without an address it is text.
    Link,
    /// Computer text.
    Code,
    /// Highlighted.
    Mark,
    /// Subscript.
    Sub,
    /// Superscript.
    Sup,
    /// Deleted.
    Del,
    /// An abbreviation.
    Abbr,
    /// A quotation within a line.
    Q,
    /// A work's title.
    Cite,
    /// Text with a writing direction of its own.
    Bdi,
    /// A line break.
    Br,
    /// A small picture within a line.
    Image,
    /// Characters with their reading.
    Ruby,
    /// The reading of the characters before it.
    Rt,
    /// A formula, made of the MathML elements below.
    Math,
    /// Parts of a formula in a row.
    Mrow,
    /// An identifier.
    Mi,
    /// A number.
    Mn,
    /// An operator.
    Mo,
    /// Text in a formula.
    Mtext,
    /// A fraction: numerator, denominator.
    Mfrac,
    /// A square root.
    Msqrt,
    /// Another root: radicand, index.
    Mroot,
    /// Base, subscript.
    Msub,
    /// Base, superscript.
    Msup,
    /// Base, subscript, superscript.
    Msubsup,
    /// Base, what stands under it.
    Munder,
    /// Base, what stands over it.
    Mover,
    /// Base, what stands under it, what stands over it.
    Munderover,
    /// A matrix.
    Mtable,
    /// A row of a matrix.
    Mtr,
    /// A cell of a matrix.
    Mtd,
}

/// The kinds with their names: the JSON's, which is the element's too but for two.
const KINDS: [(SpanKind, &str); 34] = [
    (SpanKind::Strong, "strong"),
    (SpanKind::Em, "em"),
    (SpanKind::Link, "link"),
    (SpanKind::Code, "code"),
    (SpanKind::Mark, "mark"),
    (SpanKind::Sub, "sub"),
    (SpanKind::Sup, "sup"),
    (SpanKind::Del, "del"),
    (SpanKind::Abbr, "abbr"),
    (SpanKind::Q, "q"),
    (SpanKind::Cite, "cite"),
    (SpanKind::Bdi, "bdi"),
    (SpanKind::Br, "br"),
    (SpanKind::Image, "image"),
    (SpanKind::Ruby, "ruby"),
    (SpanKind::Rt, "rt"),
    (SpanKind::Math, "math"),
    (SpanKind::Mrow, "mrow"),
    (SpanKind::Mi, "mi"),
    (SpanKind::Mn, "mn"),
    (SpanKind::Mo, "mo"),
    (SpanKind::Mtext, "mtext"),
    (SpanKind::Mfrac, "mfrac"),
    (SpanKind::Msqrt, "msqrt"),
    (SpanKind::Mroot, "mroot"),
    (SpanKind::Msub, "msub"),
    (SpanKind::Msup, "msup"),
    (SpanKind::Msubsup, "msubsup"),
    (SpanKind::Munder, "munder"),
    (SpanKind::Mover, "mover"),
    (SpanKind::Munderover, "munderover"),
    (SpanKind::Mtable, "mtable"),
    (SpanKind::Mtr, "mtr"),
    (SpanKind::Mtd, "mtd"),
];

impl SpanKind {
    /// The kind of that name, as the native JSON spells it.
    pub fn named(name: &str) -> Option<Self> {
        KINDS.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }

    /// The name, as the native JSON spells it.
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// The element that is made of it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Link => "a",
            Self::Image => "img",
            other => other.name(),
        }
    }

    /// Returns true for a formula or a part of one.
    pub fn is_math(self) -> bool {
        self as u8 >= Self::Math as u8
    }
}

/// Writes inlines as the bare string that they are where they are just one: captions mostly are.
pub(super) fn plain_or_rich<S: serde::Serializer>(content: &[Inline], to: S) -> Result<S::Ok, S::Error> {
    match content {
        [Inline::Text(text)] => to.serialize_str(text),
        _ => content.serialize(to),
    }
}

/// Reads inlines from a bare string or a list.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn rich_or_plain<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Inline>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Plain(String),
        Rich(Vec<Inline>),
    }
    Ok(match Either::deserialize(from)? {
        Either::Plain(text) => vec![Inline::Text(text)],
        Either::Rich(content) => content,
    })
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Image {
    /// Its address.
    pub src: Address,
    /// The alternative text; empty for a decorative picture.
    #[serde(default)]
    pub alt: String,
    /// Width in CSS px.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in CSS px.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Other sizes, as in HTML. Each address has passed the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub srcset: Option<String>,
    /// The displayed width, as in HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sizes: Option<String>,
    /// The caption.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "plain_or_rich")]
    #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "rich_or_plain"))]
    #[cfg_attr(test, schemars(with = "PlainOrRich"))]
    pub caption: Vec<Inline>,
    /// The photographer or agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The target of the picture, if it is a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<Address>,
    /// The side of the text on which it stands, if there is enough space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
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
            align: None,
        }
    }
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
