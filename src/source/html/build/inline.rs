//! Inline elements.

use super::class::is_button;
use super::container::ContainerKind;
use super::language::Language;
use super::line::LineKind;
use super::picture::Sources;
use super::{Builder, End, SPANS_MAX};
use crate::article::{Block, BlockKind, Image, Span, SpanKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::html::attribute::{Attribute, Attributes, some};
use crate::source::html::embed;
use crate::source::html::tag::Tag;
use crate::text::search::words;

impl Builder<'_> {
    pub(super) fn open_inline(&mut self, tag: Tag, attributes: &Attributes<'_>) -> End {
        let (mut kind, mut href) = (SpanKind::Bdi, None);
        match tag {
            Tag::Image => {
                self.image(attributes);
                return End::Nothing;
            }
            Tag::Break => {
                self.line_break();
                return End::Nothing;
            }
            Tag::Embed => {
                self.embed(attributes);
                return End::Nothing;
            }
            Tag::Audio => return self.open_player(ContainerKind::Audio, attributes),
            Tag::Video => return self.open_player(ContainerKind::Video, attributes),
            Tag::Source if self.picture.is_some() => {
                self.picture_source(attributes);
                return End::Nothing;
            }
            Tag::Source | Tag::Track => {
                self.add_form(attributes, tag == Tag::Track);
                return End::Nothing;
            }
            Tag::Picture => {
                self.picture = Some(Sources::default());
                return End::Picture;
            }
            Tag::Fallback => {
                self.in_fallback = true;
                return End::Fallback;
            }
            Tag::Chart => return self.open_player(ContainerKind::Chart, attributes),
            Tag::Fenced | Tag::Multiscripts => {
                let is_open = self.line.open_span(Span::new(SpanKind::Mrow, Vec::new()));
                return match tag {
                    _ if !is_open => End::Nothing,
                    Tag::Fenced => End::Fenced,
                    _ => End::Multiscripts,
                };
            }
            Tag::Prescripts => {
                self.line.add_span(Span::new(SpanKind::Br, Vec::new()));
                return End::Nothing;
            }
            Tag::Span(SpanKind::Cite) if self.is_source_of_quote() => {
                self.boundary();
                return self.start_line(LineKind::Caption);
            }
            Tag::Span(SpanKind::Code) if self.line.kind == LineKind::Code => {
                self.line.name_code_language(&attributes.get(Attribute::Class));
                return End::Nothing;
            }
            Tag::Span(named) => kind = named,
            Tag::Link => {
                href = self.address(attributes, Attribute::Href, Purpose::Link);
                if href.is_some() {
                    kind = SpanKind::Link;
                }
            }
            _ => {}
        }
        self.open_span(kind, href, attributes)
    }

    /// Opens a span, if it has a meaning.
    fn open_span(&mut self, kind: SpanKind, href: Option<Address>, attributes: &Attributes<'_>) -> End {
        if self.spans >= SPANS_MAX {
            return End::Nothing;
        }
        let mut span = Span::new(kind, Vec::new());
        span.sponsored =
            href.is_some() && words(&attributes.get(Attribute::Relation)).any(|word| word == "sponsored");
        span.href = href;
        let language = Language::of(attributes);
        span.lang = language.lang;
        span.dir = language.dir;
        let mut place = self.place(attributes);
        let says_nothing = kind == SpanKind::Bdi && span.lang.is_none() && span.dir.is_none();
        if place.is_some() && !self.line.started && (says_nothing || self.line.kind == LineKind::Paragraph) {
            self.anchor = place.take();
        }
        if says_nothing && place.is_none() {
            return End::Nothing;
        }
        span.anchor = place;
        if kind == SpanKind::Abbr {
            span.title = some(attributes.get(Attribute::Title));
        }
        if kind == SpanKind::Math {
            // An older attribute of MathML.
            span.display = attributes.get(Attribute::Display).eq_ignore_ascii_case("block");
        }
        let is_link = kind == SpanKind::Link;
        if is_link {
            span.button = is_button(&attributes.get(Attribute::Class));
            // The name of a link without text.
            if !attributes.get(Attribute::Href).starts_with('#') {
                span.title = some(attributes.either(Attribute::Label, Attribute::Title));
            }
        }
        if !self.line.open_span(span) {
            return End::Nothing;
        }
        self.spans += 1;
        if is_link { End::Link } else { End::Span }
    }

    /// Adds a line break; a space, if the limit of spans is reached.
    fn line_break(&mut self) {
        if self.spans >= SPANS_MAX {
            return self.line.text(" ");
        }
        self.spans += 1;
        if self.line.line_break() {
            self.flush();
        }
    }

    /// Adds the content of a frame.
    fn embed(&mut self, attributes: &Attributes<'_>) {
        let sources = [Attribute::Source, Attribute::LateSource, Attribute::GuessedSource];
        let frame = attributes.frame().and_then(|frame| resolve(&frame, self.base, Purpose::Page));
        let address = frame.or_else(|| {
            sources.into_iter().find_map(|source| self.address(attributes, source, Purpose::Page))
        });
        let Some(address) = address else { return };
        let (provider, url) = embed::provider(&address);
        // Frames inside `noscript` that belong to no known provider only count readers.
        if self.in_fallback && embed::known(&address).is_none() {
            return;
        }
        self.has_placeholder = false;
        // Tools for charts often keep a picture of each chart beside it.
        if let Some(picture) = embed::picture(&address) {
            let mut image = Image::new(picture);
            image.alt = some(attributes.get(Attribute::Title)).unwrap_or_default();
            image.href = embed::chart(&image.src);
            return self.show(image);
        }
        // A script may have put this frame into an element that has just named the same page.
        let is_same =
            |block: &Block| matches!(&block.kind, BlockKind::Embed { url: other, .. } if *other == url);
        if !self.container.blocks.last().is_some_and(is_same) {
            let title = some(attributes.get(Attribute::Title));
            self.emit(BlockKind::Embed { provider, url, title });
        }
    }

    /// Returns true if a `cite` that opens here names the source of the quotation around it.
    fn is_source_of_quote(&self) -> bool {
        self.line.kind == LineKind::Paragraph
            && !self.line.started
            && self.open.last().is_some_and(|open| open.end == End::Container)
            && matches!(
                self.container.kind,
                ContainerKind::Quote | ContainerKind::Post | ContainerKind::PullQuote
            )
            && !self.container.blocks.is_empty()
    }
}
