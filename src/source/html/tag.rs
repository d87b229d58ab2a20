//! The elements that are known, by what becomes of them.

use super::list::group;
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
    /// `iframe`, and what a script would put one in place of, by the name that survives a sanitizer: see [`FRAME`].
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

/// The names of the elements, those of one kind together: frequent ones first.
const NAMES: &str = "p|a|br|b strong|i em|\
    div section article main header nav address center hgroup fieldset legend search dialog optgroup|\
    span font small big time ins u label output data ruby picture nobr math|img image|h2|h3|ul menu dir|ol|li|\
    figure|figcaption|blockquote|h1|h4|h5|h6|pre listing|hr|table|caption|thead|tbody|tfoot|tr|td|th|dl|dt|dd|\
    details|summary|audio|video|source|iframe x-frame lite-youtube amp-youtube|aside|footer|bdo bdi|acronym abbr|var dfn|code kbd samp tt|\
    mark|sub|sup|del s strike|q|cite|script style textarea title xmp plaintext noembed noframes|\
    template svg annotation annotation-xml object applet form select button noscript head canvas datalist map";

/// What the elements of [`NAMES`] are.
const TAGS: &[Tag] = &[
    Tag::Paragraph,
    Tag::Link,
    Tag::Break,
    Tag::Span(SpanKind::Strong),
    Tag::Span(SpanKind::Em),
    Tag::Container,
    Tag::Plain,
    Tag::Image,
    Tag::Heading(2),
    Tag::Heading(3),
    Tag::List,
    Tag::OrderedList,
    Tag::Item,
    Tag::Figure,
    Tag::FigureCaption,
    Tag::Quote,
    Tag::Heading(1),
    Tag::Heading(4),
    Tag::Heading(5),
    Tag::Heading(6),
    Tag::Preformatted,
    Tag::Rule,
    Tag::Table,
    Tag::TableCaption,
    Tag::TableHead,
    Tag::TableBody,
    Tag::TableFoot,
    Tag::Row,
    Tag::Cell,
    Tag::HeaderCell,
    Tag::Definitions,
    Tag::Term,
    Tag::Definition,
    Tag::Details,
    Tag::Summary,
    Tag::Audio,
    Tag::Video,
    Tag::Source,
    Tag::Frame,
    Tag::Aside,
    Tag::Footer,
    Tag::Span(SpanKind::Bdi),
    Tag::Span(SpanKind::Abbr),
    Tag::Span(SpanKind::Em),
    Tag::Span(SpanKind::Code),
    Tag::Span(SpanKind::Mark),
    Tag::Span(SpanKind::Sub),
    Tag::Span(SpanKind::Sup),
    Tag::Span(SpanKind::Del),
    Tag::Span(SpanKind::Q),
    Tag::Span(SpanKind::Cite),
    Tag::Raw,
    Tag::Lost,
];

impl Tag {
    /// The element of a name in lower case.
    #[inline(never)]
    pub(super) fn named(name: &str) -> Option<Self> {
        TAGS.get(group(NAMES, name)?).copied()
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
