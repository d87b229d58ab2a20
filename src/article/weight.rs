//! The weight of a body: the number of nodes that it needs in a page, and of its bytes. Pure.

use super::{Block, BlockKind, Cell, Definition, Image, Inline, Media};
use crate::network::address::Address;

/// An amount of content, or a limit for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The least number of elements and text nodes that a page makes of it.
    pub nodes: usize,
    /// Bytes of texts and addresses.
    pub bytes: usize,
}

impl Weight {
    /// The weight of blocks.
    pub fn of(blocks: &[Block]) -> Self {
        let mut weight = Weight::default();
        weight.blocks(blocks);
        weight
    }

    /// Returns true if either is more than in `most`.
    pub fn exceeds(self, most: Weight) -> bool {
        self.nodes > most.nodes || self.bytes > most.bytes
    }

    fn node(&mut self, bytes: usize) {
        self.nodes += 1;
        self.bytes += bytes;
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// Adds a block.
    pub fn block(&mut self, block: &Block) {
        self.node(length(block.anchor.as_deref()));
        match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => self.inlines(content),
            BlockKind::List { items, .. } => {
                for item in items {
                    self.node(0);
                    self.blocks(item);
                }
            }
            BlockKind::Definitions { items } => {
                for Definition { terms, body } in items {
                    for term in terms {
                        self.node(0);
                        self.inlines(term);
                    }
                    self.node(0);
                    self.blocks(body);
                }
            }
            BlockKind::Image(image) => self.image(image),
            BlockKind::Gallery { images, caption } => {
                for image in images {
                    self.image(image);
                }
                self.inlines(caption);
            }
            BlockKind::Quote { body, cite } => {
                self.blocks(body);
                self.inlines(cite);
            }
            BlockKind::PullQuote { content, cite } => {
                self.inlines(content);
                self.inlines(cite);
            }
            BlockKind::Table { head, rows, caption, .. } => {
                self.row(head);
                for row in rows {
                    self.row(row);
                }
                self.inlines(caption);
            }
            BlockKind::Code { text, .. } => self.node(text.len()),
            BlockKind::Divider {} => {}
            BlockKind::Audio(media) | BlockKind::Video(media) => self.media(media),
            BlockKind::Embed { provider, url, title } => {
                self.node(provider.len() + url.as_str().len() + length(title.as_deref()));
            }
            BlockKind::Callout { title, body } => {
                self.node(length(title.as_deref()));
                self.blocks(body);
            }
            BlockKind::Details { summary, body } => {
                self.inlines(summary);
                self.blocks(body);
            }
        }
    }

    fn row(&mut self, cells: &[Cell]) {
        self.node(0);
        for cell in cells {
            self.node(0);
            match cell {
                Cell::Text(content) => self.inlines(content),
                Cell::Blocks { blocks } => self.blocks(blocks),
            }
        }
    }

    fn image(&mut self, image: &Image) {
        let texts = [&image.srcset, &image.sizes, &image.credit].map(|text| length(text.as_deref()));
        let addresses = image.src.as_str().len() + address(image.href.as_ref());
        self.node(image.alt.len() + addresses + texts.iter().sum::<usize>());
        self.inlines(&image.caption);
    }

    fn media(&mut self, media: &Media) {
        self.node(media.src.as_str().len() + address(media.poster.as_ref()));
        for source in &media.sources {
            self.node(source.src.as_str().len() + length(source.kind.as_deref()));
        }
        for track in &media.tracks {
            self.node(track.src.as_str().len() + length(track.label.as_deref()));
        }
        self.inlines(&media.caption);
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.node(text.len()),
                Inline::Span(span) => {
                    let texts = length(span.title.as_deref()) + length(span.anchor.as_deref());
                    self.node(address(span.href.as_ref()) + texts);
                    self.inlines(&span.content);
                    if let Some(image) = &span.image {
                        self.image(image);
                    }
                }
            }
        }
    }
}

fn length(text: Option<&str>) -> usize {
    text.map_or(0, str::len)
}

fn address(address: Option<&Address>) -> usize {
    address.map_or(0, |address| address.as_str().len())
}
