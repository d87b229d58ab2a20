//! The known elements.

use crate::article::SpanKind;
use crate::text::search::Table;

/// The meaning of an element to the model. An unknown element loses its tags and keeps its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Paragraph,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    List,
    OrderedList,
    Item,
    DefinitionList,
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
    Track,
    /// A picture with several sources.
    Picture,
    /// Content for browsers without scripts: mostly a picture that a script would load lazily.
    Fallback,
    /// A drawing with a meaning: a chart.
    Chart,
    /// A bracket around a reading, for browsers without ruby.
    ReadingBracket,
    /// Parts of a formula in brackets, with commas between.
    Fenced,
    /// A base with several subscripts and superscripts.
    Multiscripts,
    /// The beginning of those before the base.
    Prescripts,
    /// An `iframe`, or an element that a script would replace by one. It has another name for the browser's parser,
    /// because a sanitizer would drop an `iframe`.
    Embed,
    Aside,
    Footer,
    /// A block without a meaning of its own: `div`, `section` …
    PlainBlock,
    /// An inline element without a meaning of its own: `span`, `font` …
    PlainInline,
    Link,
    Span(SpanKind),
    /// An element whose content, which is markup, is dropped.
    Dropped,
    /// An element whose content, which is text up to its end tag, is dropped: the standard's raw text elements
    /// (<https://html.spec.whatwg.org/multipage/syntax.html#raw-text-elements>) and those that browsers treat alike.
    RawText,
}

/// The elements of each kind, the frequent ones first. [`Tag::name`] writes the first name of each.
static ELEMENTS: Table<Tag> = Table::new(&[
    (Tag::Paragraph, "p"),
    (Tag::Link, "a"),
    (Tag::Break, "br"),
    (Tag::Span(SpanKind::Strong), "b strong"),
    (Tag::Span(SpanKind::Em), "i em var dfn"),
    (
        Tag::PlainBlock,
        "div section article main header nav address center hgroup fieldset legend search dialog optgroup form",
    ),
    (Tag::PlainInline, "span font small big time ins u label output data nobr rb rtc mjx-math"),
    (Tag::Image, "img image amp-img amp-anim"),
    (Tag::Heading(2), "h2"),
    (Tag::Heading(3), "h3"),
    (Tag::List, "ul menu dir"),
    (Tag::OrderedList, "ol"),
    (Tag::Item, "li"),
    (Tag::Figure, "figure"),
    (Tag::FigureCaption, "figcaption"),
    (Tag::Quote, "blockquote"),
    (Tag::Heading(1), "h1"),
    (Tag::Heading(4), "h4"),
    (Tag::Heading(5), "h5"),
    (Tag::Heading(6), "h6"),
    (Tag::Preformatted, "pre listing"),
    (Tag::Rule, "hr"),
    (Tag::Table, "table"),
    (Tag::TableCaption, "caption"),
    (Tag::TableHead, "thead"),
    (Tag::TableBody, "tbody"),
    (Tag::TableFoot, "tfoot"),
    (Tag::Row, "tr"),
    (Tag::Cell, "td"),
    (Tag::HeaderCell, "th"),
    (Tag::DefinitionList, "dl"),
    (Tag::Term, "dt"),
    (Tag::Definition, "dd"),
    (Tag::Details, "details"),
    (Tag::Summary, "summary"),
    (Tag::Picture, "picture"),
    (Tag::Audio, "audio amp-audio"),
    (Tag::Video, "video amp-video"),
    (Tag::Source, "source"),
    (Tag::Track, "track"),
    (
        Tag::Embed,
        "x-frame iframe embed oembed lite-youtube lite-vimeo amp-youtube amp-vimeo amp-dailymotion amp-twitter amp-instagram amp-tiktok amp-soundcloud amp-facebook amp-pinterest amp-reddit amp-embedly-card amp-imgur amp-gist amp-iframe",
    ),
    (Tag::Fallback, "x-noscript"),
    (Tag::Chart, "x-chart"),
    (Tag::Aside, "aside"),
    (Tag::Footer, "footer"),
    (Tag::Span(SpanKind::Bdi), "bdo bdi"),
    (Tag::Span(SpanKind::Abbr), "abbr acronym"),
    (Tag::Span(SpanKind::Code), "code kbd samp tt"),
    (Tag::Span(SpanKind::Mark), "mark"),
    (Tag::Span(SpanKind::Sub), "sub"),
    (Tag::Span(SpanKind::Sup), "sup"),
    (Tag::Span(SpanKind::Del), "del s strike"),
    (Tag::Span(SpanKind::Q), "q"),
    (Tag::Span(SpanKind::Cite), "cite"),
    (Tag::Span(SpanKind::Ruby), "ruby"),
    (Tag::Span(SpanKind::Rt), "rt"),
    (Tag::ReadingBracket, "rp"),
    // A parser would apply other rules inside of formulas.
    (Tag::Span(SpanKind::Math), "x-math math"),
    (Tag::Span(SpanKind::Mrow), "x-mrow mrow mstyle mpadded merror maction menclose semantics none"),
    (Tag::Span(SpanKind::Mi), "x-mi mi"),
    (Tag::Span(SpanKind::Mn), "x-mn mn"),
    (Tag::Span(SpanKind::Mo), "x-mo mo"),
    (Tag::Span(SpanKind::Mtext), "x-mtext mtext ms"),
    (Tag::Span(SpanKind::Mfrac), "x-mfrac mfrac"),
    (Tag::Span(SpanKind::Msqrt), "x-msqrt msqrt"),
    (Tag::Span(SpanKind::Mroot), "x-mroot mroot"),
    (Tag::Span(SpanKind::Msub), "x-msub msub"),
    (Tag::Span(SpanKind::Msup), "x-msup msup"),
    (Tag::Span(SpanKind::Msubsup), "x-msubsup msubsup"),
    (Tag::Span(SpanKind::Munder), "x-munder munder"),
    (Tag::Span(SpanKind::Mover), "x-mover mover"),
    (Tag::Span(SpanKind::Munderover), "x-munderover munderover"),
    (Tag::Span(SpanKind::Mtable), "x-mtable mtable"),
    (Tag::Span(SpanKind::Mtr), "x-mtr mtr mlabeledtr"),
    (Tag::Span(SpanKind::Mtd), "x-mtd mtd"),
    (Tag::Fenced, "x-mfenced mfenced"),
    (Tag::Multiscripts, "x-mmultiscripts mmultiscripts"),
    (Tag::Prescripts, "x-mprescripts mprescripts"),
    (Tag::RawText, "script style textarea title xmp plaintext noembed noframes"),
    (
        Tag::Dropped,
        "template svg annotation annotation-xml mspace mphantom object applet select button noscript head canvas datalist map amp-ad amp-analytics amp-pixel amp-sidebar amp-social-share amp-state amp-consent",
    ),
]);

impl Tag {
    /// The element of a name, ignoring case.
    #[inline(never)]
    pub(super) fn named(name: &str) -> Option<Self> {
        ELEMENTS.find(name)
    }

    /// The name with which the element is written for the browser's parser.
    pub(super) fn name(self) -> &'static str {
        ELEMENTS.name(self)
    }

    /// Returns true if the element has neither content nor an end tag.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Image | Self::Rule | Self::Break | Self::Source | Self::Track)
    }

    /// Returns true for an inline element.
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::PlainInline
                | Self::Link
                | Self::Span(_)
                | Self::Image
                | Self::Break
                | Self::Source
                | Self::Track
                | Self::Picture
                | Self::Fallback
                | Self::Chart
                | Self::ReadingBracket
                | Self::Fenced
                | Self::Multiscripts
                | Self::Prescripts
                | Self::Audio
                | Self::Video
                | Self::Embed
        )
    }

    /// Returns true for a formula or a part of one.
    pub(super) fn is_math(self) -> bool {
        matches!(self, Self::Span(kind) if kind.is_math())
            || matches!(self, Self::Fenced | Self::Multiscripts | Self::Prescripts)
    }

    /// Returns true if the element may contain only its own kind, so that the tags of other elements in it are
    /// dropped.
    pub(super) fn is_island(self) -> bool {
        matches!(self, Self::Fallback | Self::Chart | Self::Span(SpanKind::Math))
    }

    /// Returns true if the element may stand inside of such an element.
    pub(super) fn may_stand_in(self, island: Tag) -> bool {
        match island {
            Self::Fallback => {
                matches!(self, Self::Image | Self::Picture | Self::Source | Self::Embed)
            }
            Self::Chart => false,
            _ => self.is_math(),
        }
    }

    /// Returns true for a table, or a part of one, in which only other parts have their place.
    pub(super) fn holds_cells(self) -> bool {
        matches!(self, Self::Table | Self::TableHead | Self::TableBody | Self::TableFoot | Self::Row)
    }

    /// Returns false if a parser would put the element elsewhere than into this parent, or something between them that
    /// matters (a row around a cell). That is so in tables only, whose rows need no `tbody` here.
    pub(super) fn belongs_in(self, parent: Tag) -> bool {
        match self {
            Self::TableCaption | Self::TableHead | Self::TableBody | Self::TableFoot => parent == Self::Table,
            Self::Row => {
                matches!(parent, Self::Table | Self::TableHead | Self::TableBody | Self::TableFoot)
            }
            Self::Cell | Self::HeaderCell => parent == Self::Row,
            _ => !parent.holds_cells(),
        }
    }

    /// Returns true for a table or a part of one, which the end tag of another element does not close.
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_element_is_known_by_the_name_that_it_is_written_with() {
        for (tag, _) in ELEMENTS.rows() {
            assert_eq!(Tag::named(tag.name()), Some(*tag));
        }
    }

    #[test]
    fn no_name_is_of_two_elements() {
        let mut seen = HashSet::new();
        for name in ELEMENTS.rows().iter().flat_map(|(_, names)| names.split(' ')) {
            assert!(seen.insert(name), "{name}");
        }
    }
}
