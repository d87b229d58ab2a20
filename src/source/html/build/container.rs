//! Containers: blocks that hold blocks, while they are open.

use super::line::Line;
use super::table::Table;
use super::{Builder, End, figure};
use crate::article::{Block, BlockKind, Inline, Media};
use crate::network::address::Address;
use crate::source::html::embed;
use std::mem::{replace, take};

/// A block of blocks that is open, and what it will need when it closes.
#[derive(Default)]
pub(super) struct Container {
    pub(super) kind: ContainerKind,
    pub(super) blocks: Vec<Block>,
    /// Caption, summary or source: the text that such a block has besides its blocks.
    pub(super) caption: Vec<Inline>,
    /// The index of the language that the block itself will carry, so that those inside need not.
    pub(super) language: usize,
    /// The name of the place that the block itself is.
    pub(super) anchor: Option<String>,
    /// A list's number to start from.
    pub(super) start: Option<u32>,
    /// Whether a list counts down.
    pub(super) reversed: bool,
    /// A list's items.
    pub(super) items: Vec<Vec<Block>>,
    /// The page of the post that a quotation stands for, or the recording.
    pub(super) address: Option<Address>,
    /// A film's picture.
    pub(super) poster: Option<Address>,
    pub(super) table: Table,
    /// The line that a recording interrupts, where that cannot end.
    pub(super) line: Option<Line>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum ContainerKind {
    #[default]
    Document,
    List,
    OrderedList,
    Item,
    Quote,
    /// A quotation that stands for a post on a social network.
    Post,
    Figure,
    /// A figure whose paragraphs are captions.
    Captioned,
    /// A figure around a quotation of the article's own words.
    PullQuote,
    Gallery,
    Details,
    Callout,
    Table,
    Audio,
    Video,
}

impl Container {
    #[inline(never)]
    pub(super) fn new(kind: ContainerKind) -> Box<Self> {
        Box::new(Container { kind, ..Container::default() })
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
        // The block is the place that its element named; a place that was named inside, and is no block yet, is what follows.
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
                        numbering: None,
                        values: Vec::new(),
                        items: take(&mut container.items),
                    });
                }
            }
            ContainerKind::Item => {
                if !blocks.is_empty() {
                    self.container.items.push(take(&mut blocks));
                    self.blocks += 1;
                }
            }
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
        }
        // What none of them has taken is not lost.
        self.container.blocks.append(&mut blocks);
        self.paragraph(caption);
        if pending.is_some() {
            self.anchor = pending;
        }
    }

    /// What stands in a list outside its items belongs to the last of them.
    pub(super) fn gather_strays(&mut self) {
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

    /// Adds a quotation, and after one that stands for a post elsewhere, the post.
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

    /// Adds a recording or a film. What a browser without players would show in its place is not shown; a link to the
    /// recording is.
    fn end_player(&mut self, player: &mut Container, instead: Vec<Block>, mut caption: Vec<Inline>) {
        if let Some(line) = player.line.take() {
            self.line = line;
        }
        let src = player.address.take();
        for block in instead {
            if !figure::is_link(&block) {
                continue;
            }
            if src.is_none() {
                self.emit(block.kind);
            } else if let BlockKind::Paragraph { content } = block.kind
                && caption.is_empty()
            {
                caption = content;
            }
        }
        let Some(src) = src else { return self.paragraph(caption) };
        let media = Media { poster: player.poster.take(), caption, ..Media::new(src) };
        let is_video = player.kind == ContainerKind::Video;
        self.emit(if is_video { BlockKind::Video(media) } else { BlockKind::Audio(media) });
    }
}
