//! The elements that are known, by what becomes of them.

use crate::article::SpanKind;

/// What an element is to the model. An element that is not here gives up its tag and keeps its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Paragraph,
    Heading(u8),
    List,
    OrderedList,
    Item,
    Definitions,
    Term,
    Definition,
    Quote,
    Figure,
    FigureCaption,
    Image,
    Preformatted,
    Rule,
    Break,
    Table,
    TableCaption,
    TableHead,
    TableBody,
    TableFoot,
    Row,
    Cell,
    HeaderCell,
    Details,
    Summary,
    Audio,
    Video,
    Source,
    /// `iframe`, by the name that survives a sanitizer: see [`FRAME`].
    Frame,
    Aside,
    Footer,
    /// A block that stands for nothing itself: `div`, `section` …
    Container,
    /// An inline that stands for nothing itself: `span`, `font` …
    Plain,
    Link,
    Span(SpanKind),
    /// Loses its content; markup inside is markup.
    Lost,
    /// Loses its content; what is inside is text up to its end tag.
    Raw,
}

/// The name under which an `iframe` reaches the parser: a sanitizer would drop the element by its own.
pub(super) const FRAME: &str = "x-frame";

impl Tag {
    /// The element of a name in lower case.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "p" => Self::Paragraph,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "ul" | "menu" | "dir" => Self::List,
            "ol" => Self::OrderedList,
            "li" => Self::Item,
            "dl" => Self::Definitions,
            "dt" => Self::Term,
            "dd" => Self::Definition,
            "blockquote" => Self::Quote,
            "figure" => Self::Figure,
            "figcaption" => Self::FigureCaption,
            "img" | "image" => Self::Image,
            "pre" | "listing" => Self::Preformatted,
            "hr" => Self::Rule,
            "br" => Self::Break,
            "table" => Self::Table,
            "caption" => Self::TableCaption,
            "thead" => Self::TableHead,
            "tbody" => Self::TableBody,
            "tfoot" => Self::TableFoot,
            "tr" => Self::Row,
            "td" => Self::Cell,
            "th" => Self::HeaderCell,
            "details" => Self::Details,
            "summary" => Self::Summary,
            "audio" => Self::Audio,
            "video" => Self::Video,
            "source" => Self::Source,
            "iframe" | FRAME => Self::Frame,
            "aside" => Self::Aside,
            "footer" => Self::Footer,
            "div" | "section" | "article" | "main" | "header" | "nav" | "address" | "center" | "hgroup"
            | "fieldset" | "legend" | "search" | "dialog" | "optgroup" => Self::Container,
            "span" | "font" | "small" | "big" | "time" | "ins" | "u" | "label" | "output" | "data"
            | "ruby" | "picture" | "bdo" | "var" | "dfn" | "nobr" | "acronym" => match name {
                "bdo" => Self::Span(SpanKind::Bdi),
                "acronym" => Self::Span(SpanKind::Abbr),
                "var" | "dfn" => Self::Span(SpanKind::Em),
                _ => Self::Plain,
            },
            "a" => Self::Link,
            "b" | "strong" => Self::Span(SpanKind::Strong),
            "i" | "em" => Self::Span(SpanKind::Em),
            "code" | "kbd" | "samp" | "tt" => Self::Span(SpanKind::Code),
            "mark" => Self::Span(SpanKind::Mark),
            "sub" => Self::Span(SpanKind::Sub),
            "sup" => Self::Span(SpanKind::Sup),
            "del" | "s" | "strike" => Self::Span(SpanKind::Del),
            "abbr" => Self::Span(SpanKind::Abbr),
            "q" => Self::Span(SpanKind::Q),
            "cite" => Self::Span(SpanKind::Cite),
            "bdi" => Self::Span(SpanKind::Bdi),
            "script" | "style" | "textarea" | "title" | "xmp" | "plaintext" | "noembed" | "noframes" => {
                Self::Raw
            }
            "template" | "svg" | "math" | "object" | "applet" | "form" | "select" | "button" | "noscript"
            | "head" | "canvas" | "datalist" | "map" => Self::Lost,
            _ => return None,
        })
    }

    /// Whether the element has no content and no end tag.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Image | Self::Rule | Self::Break | Self::Source)
    }

    /// Whether the element stands in a line of text.
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Plain
                | Self::Link
                | Self::Span(_)
                | Self::Image
                | Self::Break
                | Self::Source
                | Self::Audio
                | Self::Video
                | Self::Frame
        )
    }

    /// Whether the element is a part of a table that an end tag of something else does not reach across.
    pub(super) fn is_table_part(self) -> bool {
        matches!(
            self,
            Self::Table
                | Self::TableCaption
                | Self::TableHead
                | Self::TableBody
                | Self::TableFoot
                | Self::Row
                | Self::Cell
                | Self::HeaderCell
        )
    }
}
