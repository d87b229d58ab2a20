//! Elements that stand in a line of text.

use super::container::{Container, ContainerKind};
use super::language::Language;
use super::line::{Line, LineKind};
use super::{Builder, End, SPANS_MAX};
use crate::article::{Block, BlockKind, Span, SpanKind};
use crate::network::address::{Address, Purpose};
use crate::source::html::attribute::{Attribute, Attributes, some};
use crate::source::html::embed;
use crate::source::html::tag::Tag;
use crate::text::search::words;
use std::mem::replace;

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
            Tag::Source => {
                let found = self.address(attributes, Attribute::Source, Purpose::Page);
                if matches!(self.container.kind, ContainerKind::Audio | ContainerKind::Video)
                    && self.container.address.is_none()
                {
                    self.container.address = found;
                }
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

    /// Opens a span, where it says anything.
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
        if !self.line.open_span(span) {
            return End::Nothing;
        }
        self.spans += 1;
        End::Span
    }

    /// Breaks the line; after as many spans as there may be, with a space.
    fn line_break(&mut self) {
        if self.spans >= SPANS_MAX {
            return self.line.text(" ");
        }
        self.spans += 1;
        if self.line.line_break() {
            self.flush();
        }
    }

    /// Adds what a frame would show.
    fn embed(&mut self, attributes: &Attributes<'_>) {
        let sources =
            [Attribute::YouTubeVideo, Attribute::InfogramChart, Attribute::Source, Attribute::LateSource];
        let address = sources.into_iter().find_map(|source| self.address(attributes, source, Purpose::Page));
        let Some(address) = address else { return };
        let (provider, url) = embed::provider(&address);
        // A script may have put this frame into an element that has just named the same page.
        let is_same =
            |block: &Block| matches!(&block.kind, BlockKind::Embed { url: other, .. } if *other == url);
        if !self.container.blocks.last().is_some_and(is_same) {
            let title = some(attributes.get(Attribute::Title));
            self.emit(BlockKind::Embed { provider, url, title });
        }
    }

    fn open_player(&mut self, kind: ContainerKind, attributes: &Attributes<'_>) -> End {
        let mut player = Container::new(kind);
        player.address = self.address(attributes, Attribute::Source, Purpose::Page);
        player.poster = self.address(attributes, Attribute::Poster, Purpose::Image);
        if self.line.kind == LineKind::Paragraph {
            self.flush();
        }
        player.line = Some(replace(&mut self.line, Line::new()));
        self.start_container(player)
    }

    /// Whether a `cite` that opens here names the source of the quotation around it.
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
