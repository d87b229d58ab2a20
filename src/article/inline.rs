//! Text inside a block.

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
    /// What it is.
    #[serde(rename = "type")]
    pub kind: SpanKind,
    /// What it holds; empty for `br`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Inline>,
    /// Where a link leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<Address>,
    /// Whether somebody paid for the link.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sponsored: bool,
    /// What an abbreviation stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// BCP 47 tag, where it differs from the text around.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Direction, where the sender gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dir: Option<Direction>,
    /// A name that a fragment link of the same article may lead to. It never becomes an `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
}

impl Span {
    /// A span of a kind, with content and nothing else.
    pub fn new(kind: SpanKind, content: Vec<Inline>) -> Self {
        Span { kind, content, href: None, sponsored: false, title: None, lang: None, dir: None, anchor: None }
    }
}

/// What a span is.
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
    /// Taken back.
    Del,
    /// An abbreviation.
    Abbr,
    /// A quotation in the line.
    Q,
    /// A work's title.
    Cite,
    /// Text of a direction of its own.
    Bdi,
    /// A line break.
    Br,
}

impl SpanKind {
    /// The kind of that name, as the native JSON spells it.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "strong" => Self::Strong,
            "em" => Self::Em,
            "link" => Self::Link,
            "code" => Self::Code,
            "mark" => Self::Mark,
            "sub" => Self::Sub,
            "sup" => Self::Sup,
            "del" => Self::Del,
            "abbr" => Self::Abbr,
            "q" => Self::Q,
            "cite" => Self::Cite,
            "bdi" => Self::Bdi,
            "br" => Self::Br,
            _ => return None,
        })
    }

    /// The element that shows it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Em => "em",
            Self::Link => "a",
            Self::Code => "code",
            Self::Mark => "mark",
            Self::Sub => "sub",
            Self::Sup => "sup",
            Self::Del => "del",
            Self::Abbr => "abbr",
            Self::Q => "q",
            Self::Cite => "cite",
            Self::Bdi => "bdi",
            Self::Br => "br",
        }
    }
}

/// Writing direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
    /// By the first strong character.
    Auto,
}

impl Direction {
    /// The direction of that name, as `dir` spells it.
    pub fn named(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("rtl") {
            Some(Self::Rtl)
        } else if name.eq_ignore_ascii_case("ltr") {
            Some(Self::Ltr)
        } else if name.eq_ignore_ascii_case("auto") {
            Some(Self::Auto)
        } else {
            None
        }
    }

    /// The value of `dir`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
            Self::Auto => "auto",
        }
    }
}

/// The text of inlines without their marks; a line break is a space.
pub fn plain_text(inlines: &[Inline], into: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => into.push_str(text),
            Inline::Span(span) if span.kind == SpanKind::Br => into.push(' '),
            Inline::Span(span) => plain_text(&span.content, into),
        }
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
