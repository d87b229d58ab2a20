//! Makes blocks of events.
//!
//! The builder keeps a list of the open elements, so that nothing here recurses with the document. [`Tag`] and a few
//! class names of WordPress decide what an element becomes. **Nothing but text, checked addresses and parsed values
//! is taken from the document.**

mod block;
mod class;
mod container;
mod figure;
mod formula;
mod inline;
mod language;
mod line;
mod look;
mod output;
mod picture;
mod player;
mod table;

use super::attribute::{Attribute, Attributes};
use super::entity::{decode, decode_again};
use super::event::Event;
use super::scan::DEPTH_MAX;
use super::tag::Tag;
use crate::article::{Block, Inline, SpanKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::text::number::whole;
use crate::text::search::{is_white, trimmed};
use container::{Container, ContainerKind};
use language::Language;
use line::{Line, LineKind};
use look::Look;
use picture::Sources;
use table::Section;

/// The most blocks, list items and table rows of a document.
const BLOCKS_MAX: usize = 10_000;

/// The most spans. After these, text goes on without marks.
const SPANS_MAX: usize = 20_000;

/// The most bytes of spans that are repeated in each of many paragraphs, and of links repeated around many pictures.
const REPEATS_MAX: usize = 1024 * 1024;

/// The most table cells.
const CELLS_MAX: usize = 50_000;

/// Builds blocks.
pub(super) struct Builder<'a> {
    base: Option<&'a Address>,
    /// The names of places that links in the document lead to, sorted.
    fragments: &'a [String],
    /// The open container, or the document itself.
    container: Box<Container>,
    /// The containers around it, the outermost first.
    #[expect(
        clippy::vec_box,
        reason = "a container goes in and out of `container`: by its address, that is less code"
    )]
    outer: Vec<Box<Container>>,
    /// The open line of text.
    line: Line,
    /// The open elements.
    open: Vec<Open>,
    /// The number of open elements from the one on whose content is dropped.
    dropping: usize,
    /// The languages that occur, the document's own first. Elements and containers refer to them by index.
    languages: Vec<Language>,
    /// The index of the current language.
    language: usize,
    /// The name of the place at the next block.
    anchor: Option<String>,
    /// The current look.
    look: Look,
    /// The sources of the open picture.
    picture: Option<Sources>,
    /// True after a picture without an address of its own, until something visible comes.
    has_placeholder: bool,
    /// True inside `noscript`.
    in_fallback: bool,
    blocks: usize,
    spans: usize,
    cells: usize,
    /// The bytes that may still be spent on repeating spans whose text goes on in another paragraph.
    repeats_left: usize,
}

/// What happens at the end of an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    /// Ends a paragraph, if there is any text.
    Boundary,
    Span,
    /// Ends a term, with its span.
    Term,
    /// Ends text that is not a paragraph.
    Line,
    Container,
    Row,
    Section,
    /// Ends a picture with several sources.
    Picture,
    /// Ends `noscript`.
    Fallback,
    /// Ends a part of a formula whose parts are combined then.
    Fenced,
    Multiscripts,
    /// Ends a link, which gets a name if it has no text.
    Link,
}

/// An open element.
struct Open {
    end: End,
    /// The index of the language outside of it.
    outer_language: usize,
    /// The look outside of it.
    outer_look: Look,
}

impl<'a> Builder<'a> {
    /// A builder that records the places named in `fragments`, which is sorted.
    pub(super) fn new(base: Option<&'a Address>, fragments: &'a [String]) -> Self {
        Builder {
            base,
            fragments,
            container: Container::new(ContainerKind::Document),
            outer: Vec::new(),
            line: Line::new(),
            open: Vec::new(),
            dropping: 0,
            languages: vec![Language::default()],
            language: 0,
            anchor: None,
            look: Look::default(),
            picture: None,
            has_placeholder: false,
            in_fallback: false,
            blocks: 0,
            spans: 0,
            cells: 0,
            repeats_left: REPEATS_MAX,
        }
    }

    /// A builder for one line, in which blocks become line breaks.
    pub(super) fn flat(base: Option<&'a Address>) -> Self {
        let mut builder = Self::new(base, &[]);
        builder.line.kind = LineKind::Flat;
        builder
    }

    /// Returns the blocks; `None` if there are more than the limits allow.
    pub(super) fn finish(mut self) -> Option<Vec<Block>> {
        while !self.open.is_empty() {
            self.dropping = 0;
            self.close();
        }
        self.flush();
        if self.blocks > BLOCKS_MAX || self.cells > CELLS_MAX {
            return None;
        }
        Some(self.container.blocks)
    }

    /// Returns the line of a flat builder.
    pub(super) fn finish_line(mut self) -> Vec<Inline> {
        self.line.take(&mut self.repeats_left)
    }

    /// Adds the next event.
    pub(super) fn add(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) => {
                let text = decode(text);
                let is_literal = self.line.kind == LineKind::Code || self.line.is_in(SpanKind::Code);
                self.text(&if is_literal { text } else { decode_again(text) });
            }
            Event::Open(tag, attributes) => {
                self.open(*tag, attributes);
                if tag.is_void() {
                    self.close();
                }
            }
            Event::Close => self.close(),
        }
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        if self.dropping > 0 {
            return;
        }
        self.has_placeholder &= trimmed(text).is_empty();
        // White space between the parts of a formula has no meaning.
        if !(is_white(text) && self.line.is_in(SpanKind::Math)) {
            self.line.text(text);
        }
    }

    fn open(&mut self, tag: Tag, attributes: &Attributes<'_>) {
        // The scan emits none of these, but the browser's parser may.
        if self.dropping > 0 || matches!(tag, Tag::Dropped | Tag::RawText | Tag::ReadingBracket) {
            self.dropping += 1;
            return;
        }
        let (outer_language, outer_look) = (self.language, self.look);
        let class = attributes.get(Attribute::Class);
        let style = attributes.get(Attribute::Style);
        self.look.take_in(tag, &class, &style, attributes);
        let end = self.opened(tag, attributes);
        self.line.white = self.look.white;
        self.open.push(Open { end, outer_language, outer_look });
    }

    fn opened(&mut self, tag: Tag, attributes: &Attributes<'_>) -> End {
        let is_too_deep = self.open.len() >= DEPTH_MAX;
        if tag.is_inline() {
            return if is_too_deep { End::Nothing } else { self.open_inline(tag, attributes) };
        }
        self.boundary();
        if is_too_deep {
            return End::Boundary;
        }
        let own = Language::of(attributes);
        if own.is_given() {
            let own = match self.languages.get(self.language) {
                Some(around) => own.within(around),
                None => own,
            };
            self.language = self.languages.len();
            self.languages.push(own);
        }
        if let Some(name) = self.place(attributes) {
            self.anchor = Some(name);
        }
        if self.line.kind == LineKind::Paragraph { self.open_block(tag, attributes) } else { End::Boundary }
    }

    fn close(&mut self) {
        if self.dropping > 0 {
            self.dropping -= 1;
            return;
        }
        let Some(open) = self.open.pop() else { return };
        if matches!(open.end, End::Boundary | End::Term | End::Row | End::Section) {
            self.boundary();
        }
        match open.end {
            End::Nothing | End::Boundary => {}
            End::Span | End::Term | End::Link => {
                if open.end == End::Link {
                    self.line.name_link();
                }
                if let Some(place) = self.line.close_span() {
                    self.anchor = Some(place);
                }
            }
            End::Fenced => self.line.close_formula(formula::fenced),
            End::Multiscripts => self.line.close_formula(formula::multiscripts),
            End::Picture => self.picture = None,
            End::Fallback => self.in_fallback = false,
            End::Line => self.end_line(),
            End::Container => self.end_container(),
            End::Row => self.container.table.end_row(),
            End::Section => self.container.table.section = Section::Body,
        }
        self.language = open.outer_language;
        self.look = open.outer_look;
        self.line.white = self.look.white;
    }

    fn start_line(&mut self, kind: LineKind) -> End {
        self.line.kind = kind;
        End::Line
    }

    /// The name of the element's place, if a link leads to it.
    fn place(&self, attributes: &Attributes<'_>) -> Option<String> {
        if self.fragments.is_empty() {
            return None;
        }
        let name = attributes.either(Attribute::Id, Attribute::Name);
        if self.fragments.binary_search(&name).is_ok() { Some(name) } else { None }
    }

    /// The address in an attribute.
    #[inline(never)]
    fn address(
        &self,
        attributes: &Attributes<'_>,
        attribute: Attribute,
        purpose: Purpose,
    ) -> Option<Address> {
        resolve(&attributes.get(attribute), self.base, purpose)
    }
}

/// A whole number, with or without `px`.
#[inline(never)]
fn number(attributes: &Attributes<'_>, attribute: Attribute) -> Option<u32> {
    let text = attributes.get(attribute);
    let text = trimmed(&text);
    whole(text.strip_suffix("px").unwrap_or(text), 10)
}
