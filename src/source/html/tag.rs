//! The elements that are known, by what becomes of them.

use crate::article::SpanKind;
use crate::text::search::has_word;

/// What an element is to the model. An element that is not here gives up its tag and keeps its text.
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
    /// An `iframe`, or what a script would put one in place of. It goes through the browser's parser under a name of its
    /// own, since a sanitizer would drop the element by the usual one.
    Embed,
    Aside,
    Footer,
    /// A block that stands for nothing itself: `div`, `section` …
    PlainBlock,
    /// An inline that stands for nothing itself: `span`, `font` …
    PlainInline,
    Link,
    Span(SpanKind),
    /// Loses its content, which is markup.
    Dropped,
    /// Loses its content, which is text up to its end tag, whatever stands in it: the standard's raw text elements
    /// (<https://html.spec.whatwg.org/multipage/syntax.html#raw-text-elements>) and those that browsers treat alike.
    RawText,
}

/// The elements of each kind, the frequent kinds first. The first name of each is the one that [`Tag::name`] writes.
const ELEMENTS: &[(Tag, &str)] = &[
    (Tag::Paragraph, "p"),
    (Tag::Link, "a"),
    (Tag::Break, "br"),
    (Tag::Span(SpanKind::Strong), "b strong"),
    (Tag::Span(SpanKind::Em), "i em var dfn"),
    (
        Tag::PlainBlock,
        "div section article main header nav address center hgroup fieldset legend search dialog optgroup",
    ),
    (Tag::PlainInline, "span font small big time ins u label output data ruby picture nobr math"),
    (Tag::Image, "img image"),
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
    (Tag::Audio, "audio"),
    (Tag::Video, "video"),
    (Tag::Source, "source"),
    (Tag::Embed, "x-frame iframe lite-youtube amp-youtube"),
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
    (Tag::RawText, "script style textarea title xmp plaintext noembed noframes"),
    (
        Tag::Dropped,
        "template svg annotation annotation-xml object applet form select button noscript head canvas datalist map",
    ),
];

impl Tag {
    /// The element of a name, in whichever case that is.
    #[inline(never)]
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        ELEMENTS.iter().find(|(_, names)| has_word(names, &name)).map(|(tag, _)| *tag)
    }

    /// The name that the element is written with for the browser's parser.
    pub(super) fn name(self) -> &'static str {
        ELEMENTS
            .iter()
            .find(|(tag, _)| *tag == self)
            .map_or("", |(_, names)| crate::text::search::before(names, " "))
    }

    /// Whether the element has no content and no end tag.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Image | Self::Rule | Self::Break | Self::Source)
    }

    /// Whether the element stands in a line of text.
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::PlainInline
                | Self::Link
                | Self::Span(_)
                | Self::Image
                | Self::Break
                | Self::Source
                | Self::Audio
                | Self::Video
                | Self::Embed
        )
    }

    /// Whether the element is a table or a part of one: an end tag of something else does not reach across it.
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
        for (tag, _) in ELEMENTS {
            assert_eq!(Tag::named(tag.name()), Some(*tag));
        }
    }

    #[test]
    fn no_name_is_of_two_elements() {
        let mut seen = HashSet::new();
        for name in ELEMENTS.iter().flat_map(|(_, names)| names.split(' ')) {
            assert!(seen.insert(name), "{name}");
        }
    }
}
