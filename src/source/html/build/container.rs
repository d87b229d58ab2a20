//! Containers: open blocks that contain other blocks.

use super::line::Line;
use super::table::{Reach, Table};
use super::{Builder, End, figure};
use crate::article::{Block, BlockKind, Definition, Inline, MediaSource, Numbering, Track};
use crate::network::address::Address;
use crate::source::html::embed;
use std::mem::{replace, take};

/// An open block of blocks, with what is needed when it closes.
#[derive(Default)]
pub(super) struct Container {
    pub(super) kind: ContainerKind,
    pub(super) blocks: Vec<Block>,
    /// The text besides its blocks: caption, summary or source.
    pub(super) caption: Vec<Inline>,
    /// The index of the language that the block itself carries, so that those inside need not.
    pub(super) language: usize,
    /// The name of the block's place.
    pub(super) anchor: Option<String>,
    /// The first number of a list, or the number of an item.
    pub(super) start: Option<u32>,
    /// The numbering of a list.
    pub(super) numbering: Option<Numbering>,
    /// The numbers of a list's items, up to the last that has one of its own.
    pub(super) values: Vec<Option<u32>>,
    /// The entries of a list of definitions.
    pub(super) definitions: Vec<Definition>,
    /// The span of a cell in its table.
    pub(super) reach: Option<Reach>,
    /// True for a list that counts down.
    pub(super) reversed: bool,
    /// A list's items.
    pub(super) items: Vec<Vec<Block>>,
    /// The page of the post for which a quotation stands, or the address of a recording.
    pub(super) address: Option<Address>,
    /// The poster of a video.
    pub(super) poster: Option<Address>,
    /// The sources of a recording or a video.
    pub(super) sources: Vec<MediaSource>,
    pub(super) tracks: Vec<Track>,
    /// The name of a chart.
    pub(super) label: Option<String>,
    pub(super) table: Table,
    /// The line that a recording interrupts, if that cannot end.
    pub(super) line: Option<Line>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum ContainerKind {
    #[default]
    Document,
    List,
    OrderedList,
    Item,
    Definitions,
    Definition,
    Cell,
    Quote,
    /// A quotation in place of a post on a social network.
    Post,
    Figure,
    /// A figure whose paragraphs are captions.
    Captioned,
    /// A figure around a pull quote.
    PullQuote,
    Gallery,
    Details,
    Callout,
    Table,
    Audio,
    Video,
    /// A drawing with text in it.
    Chart,
}

impl Container {
    #[inline(never)]
    pub(super) fn new(kind: ContainerKind) -> Box<Self> {
        Box::new(Container { kind, ..Container::default() })
    }

    /// Adds a term: to the entry before, if that has no definition yet.
    pub(super) fn add_term(&mut self, term: Vec<Inline>) {
        match self.definitions.last_mut() {
            Some(entry) if entry.body.is_empty() => entry.terms.push(term),
            _ => self.definitions.push(Definition { terms: vec![term], body: Vec::new() }),
        }
    }

    /// Adds to the definition of the last term.
    fn add_definition(&mut self, mut body: Vec<Block>) {
        match self.definitions.last_mut() {
            Some(entry) => entry.body.append(&mut body),
            None => self.definitions.push(Definition { terms: Vec::new(), body }),
        }
    }
}

impl Builder<'_> {
    pub(super) fn start_container(&mut self, container: Box<Container>) -> End {
        self.outer.push(replace(&mut self.container, container));
        End::Container
    }

    pub(super) fn end_container(&mut self) {
        self.flush();
        self.gather_strays();
        let Some(outer) = self.outer.pop() else { return };
        let mut container = replace(&mut self.container, outer);
        let mut blocks = take(&mut container.blocks);
        let mut caption = take(&mut container.caption);
        // The block gets the place of its element. A place named inside that is no block yet belongs to what follows.
        let pending = replace(&mut self.anchor, container.anchor.take());
        match container.kind {
            ContainerKind::Document => {}
            ContainerKind::List | ContainerKind::OrderedList => {
                if !container.items.is_empty() {
                    let ordered = container.kind == ContainerKind::OrderedList;
                    self.push(BlockKind::List {
                        ordered,
                        start: container.start,
                        reversed: container.reversed,
                        numbering: container.numbering,
                        values: take(&mut container.values),
                        items: take(&mut container.items),
                    });
                }
            }
            ContainerKind::Item => {
                if !blocks.is_empty() {
                    if container.start.is_some() {
                        self.container.values.resize(self.container.items.len(), None);
                        self.container.values.push(container.start);
                    }
                    self.container.items.push(take(&mut blocks));
                    self.blocks += 1;
                }
            }
            ContainerKind::Definitions => {
                let items = take(&mut container.definitions);
                if items.iter().any(|item| !item.terms.is_empty()) {
                    self.push(BlockKind::Definitions { items });
                } else {
                    // A definition list without terms is indented text.
                    items.into_iter().for_each(|item| self.container.blocks.extend(item.body));
                }
            }
            ContainerKind::Definition => {
                if !blocks.is_empty() {
                    self.blocks += 1;
                    self.container.add_definition(take(&mut blocks));
                }
            }
            ContainerKind::Cell => self.end_cell(&mut container, &mut blocks),
            ContainerKind::Quote | ContainerKind::Post => {
                self.end_quote(&mut container, &mut blocks, &mut caption);
            }
            ContainerKind::Figure | ContainerKind::Captioned | ContainerKind::PullQuote => {
                self.figure(container.kind, &mut blocks, &mut caption);
            }
            ContainerKind::Gallery => self.gallery(&mut blocks, &mut caption),
            ContainerKind::Details => {
                if !caption.is_empty() {
                    let summary = take(&mut caption);
                    self.push(BlockKind::Details { summary, body: take(&mut blocks) });
                }
            }
            ContainerKind::Callout => self.callout(&mut blocks),
            ContainerKind::Table => self.end_table(&mut container.table, &mut caption),
            ContainerKind::Audio | ContainerKind::Video => {
                self.end_player(&mut container, take(&mut blocks), take(&mut caption));
            }
            ContainerKind::Chart => self.end_chart(&mut container, take(&mut blocks)),
        }
        // Blocks that belong to none of them are kept.
        self.container.blocks.append(&mut blocks);
        self.paragraph(caption);
        if pending.is_some() {
            self.anchor = pending;
        }
    }

    /// Adds content in a list outside of its items to the last item.
    pub(super) fn gather_strays(&mut self) {
        if self.container.kind == ContainerKind::Definitions && !self.container.blocks.is_empty() {
            let blocks = take(&mut self.container.blocks);
            return self.container.add_definition(blocks);
        }
        let Container { kind: ContainerKind::List | ContainerKind::OrderedList, items, blocks, .. } =
            &mut *self.container
        else {
            return;
        };
        if blocks.is_empty() {
            return;
        }
        if items.is_empty() {
            items.push(Vec::new());
        }
        if let Some(item) = items.last_mut() {
            item.append(blocks);
        }
    }

    /// Adds a quotation. If it stands for a post elsewhere, an embed of the post follows.
    fn end_quote(&mut self, quote: &mut Container, body: &mut Vec<Block>, cite: &mut Vec<Inline>) {
        let mut post = quote.address.take();
        if post.is_none() && quote.kind == ContainerKind::Post {
            post = figure::last_post(body);
        }
        if body.is_empty() && !cite.is_empty() {
            body.push(Block::from(BlockKind::Paragraph { content: take(cite) }));
        }
        if !body.is_empty() {
            self.push(BlockKind::Quote { body: take(body), cite: take(cite) });
        }
        if let Some(post) = post {
            let (provider, url) = embed::provider(&post);
            self.push(BlockKind::Embed { provider, url, title: None });
        }
    }
}
