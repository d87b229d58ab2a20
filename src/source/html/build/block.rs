//! Elements that are blocks.

use super::class::{Role, role};
use super::container::{Container, ContainerKind};
use super::line::LineKind;
use super::table::{Reach, Section};
use super::{Builder, End, number};
use crate::article::{BlockKind, Numbering, Span, SpanKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::html::attribute::{Attribute, Attributes};
use crate::source::html::embed;
use crate::source::html::style;
use crate::source::html::tag::Tag;
use crate::text::search::{before, trimmed};

/// The most columns and rows that a cell may span. (The standard allows 1,000 columns, but no page is that wide.)
const COLUMNS_MAX: u32 = 50;
const ROWS_MAX: u32 = 1_000;

impl Builder<'_> {
    pub(super) fn open_block(&mut self, tag: Tag, attributes: &Attributes<'_>) -> End {
        let role = match tag {
            Tag::PlainBlock | Tag::Figure | Tag::Quote | Tag::List | Tag::Preformatted | Tag::Paragraph => {
                role(&attributes.get(Attribute::Class), &attributes.get(Attribute::Style))
            }
            _ => Role::None,
        };
        let top = self.container.kind;
        let in_gallery = top == ContainerKind::Gallery;
        let in_table = top == ContainerKind::Table;
        let in_definitions = top == ContainerKind::Definitions;
        let caption = match tag {
            Tag::FigureCaption => {
                matches!(
                    top,
                    ContainerKind::Figure
                        | ContainerKind::PullQuote
                        | ContainerKind::Captioned
                        | ContainerKind::Gallery
                )
            }
            Tag::TableCaption => in_table,
            Tag::Footer => matches!(top, ContainerKind::Quote | ContainerKind::Post),
            Tag::Summary => top == ContainerKind::Details,
            _ => false,
        };
        if caption {
            return self.start_line(LineKind::Caption);
        }
        let kind = match tag {
            Tag::Heading(level) => {
                self.line.level = level;
                return self.start_line(LineKind::Heading);
            }
            Tag::Preformatted if role == Role::Verse => return self.start_line(LineKind::Verse),
            Tag::Preformatted => {
                self.start_line(LineKind::Code);
                self.line.name_code_language(&attributes.get(Attribute::Class));
                return End::Line;
            }
            Tag::List | Tag::PlainBlock | Tag::Figure if role == Role::Gallery => ContainerKind::Gallery,
            Tag::List | Tag::OrderedList | Tag::Item if in_gallery => return End::Boundary,
            Tag::List => ContainerKind::List,
            Tag::OrderedList => ContainerKind::OrderedList,
            Tag::Item if matches!(top, ContainerKind::List | ContainerKind::OrderedList) => {
                self.gather_strays();
                ContainerKind::Item
            }
            Tag::DefinitionList if !in_gallery => ContainerKind::Definitions,
            Tag::Term if in_definitions => {
                self.gather_strays();
                return self.start_line(LineKind::Term);
            }
            Tag::Definition if in_definitions => {
                self.gather_strays();
                ContainerKind::Definition
            }
            Tag::Term if !in_gallery => {
                self.line.open_span(Span::new(SpanKind::Strong, Vec::new()));
                return End::Term;
            }
            Tag::Quote if role == Role::Post => ContainerKind::Post,
            // A post that a script would insert. The content that it would replace follows.
            Tag::PlainBlock if role == Role::Post => {
                if let Some(address) =
                    self.either_address(attributes, Attribute::PostAddress, Attribute::LateSource)
                {
                    let (provider, url) = embed::provider(&address);
                    self.push(BlockKind::Embed { provider, url, title: None });
                }
                return End::Boundary;
            }
            Tag::Quote => ContainerKind::Quote,
            Tag::PlainBlock | Tag::Figure if role == Role::Captioned => ContainerKind::Captioned,
            Tag::Figure if role == Role::PullQuote => ContainerKind::PullQuote,
            Tag::Figure => ContainerKind::Figure,
            Tag::PlainBlock | Tag::Paragraph if role == Role::Callout => ContainerKind::Callout,
            Tag::Aside => ContainerKind::Callout,
            Tag::Details => ContainerKind::Details,
            Tag::Table => ContainerKind::Table,
            Tag::TableHead | Tag::TableBody | Tag::TableFoot if in_table => {
                self.container.table.section = match tag {
                    Tag::TableHead => Section::Head,
                    Tag::TableFoot => Section::Foot,
                    _ => Section::Body,
                };
                return End::Section;
            }
            Tag::Row if in_table => {
                self.blocks += 1;
                return End::Row;
            }
            Tag::Cell | Tag::HeaderCell if in_table => ContainerKind::Cell,
            Tag::Rule => {
                self.push(BlockKind::Divider {});
                return End::Nothing;
            }
            _ => return End::Boundary,
        };
        let mut container = Container::new(kind);
        match kind {
            // These may become no block themselves, so the blocks inside carry language and place.
            ContainerKind::Item
            | ContainerKind::Definition
            | ContainerKind::Cell
            | ContainerKind::Figure
            | ContainerKind::PullQuote
            | ContainerKind::Captioned
            | ContainerKind::Callout => {
                container.language = self.container.language;
            }
            _ => {
                container.language = self.language;
                container.anchor = self.anchor.take();
            }
        }
        if kind == ContainerKind::OrderedList {
            container.start = number(attributes, Attribute::Start).filter(|start| *start != 1);
            container.reversed = attributes.has(Attribute::Reversed);
            let style = attributes.get(Attribute::Style);
            let styled =
                style::value(&style, "list-style-type").or_else(|| style::value(&style, "list-style"));
            let named = styled.and_then(|styled| Numbering::named(before(styled, " !")));
            container.numbering =
                named.or_else(|| Numbering::named(trimmed(&attributes.get(Attribute::Type))));
        }
        if kind == ContainerKind::Item {
            container.start = number(attributes, Attribute::Value);
        }
        if kind == ContainerKind::Cell {
            let columns = number(attributes, Attribute::ColumnSpan).unwrap_or(1).clamp(1, COLUMNS_MAX);
            let rows = number(attributes, Attribute::RowSpan).unwrap_or(1).clamp(1, ROWS_MAX);
            self.cells += columns as usize;
            let side = self.look.text;
            container.reach = Some(Reach { columns, rows, is_header: tag == Tag::HeaderCell, side });
        }
        if kind == ContainerKind::Post {
            container.address = self.either_address(attributes, Attribute::InstagramPost, Attribute::Cite);
        }
        self.start_container(container)
    }

    /// The page of a post, from the first of two attributes that has one.
    fn either_address(
        &self,
        attributes: &Attributes<'_>,
        first: Attribute,
        second: Attribute,
    ) -> Option<Address> {
        resolve(&attributes.either(first, second), self.base, Purpose::Page)
    }
}
