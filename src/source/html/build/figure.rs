//! Blocks around others: figures, galleries, quotations, boxes.

use super::Builder;
use crate::address::Address;
use crate::article::{Block, BlockKind, Image, Inline, Span, SpanKind};
use crate::source::html::embed;
use std::mem::take;

/// The most blocks that a box holds; what is longer is a part of the text.
const BOX: usize = 12;

/// Whether a block is one link and nothing else.
pub(super) fn is_link(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph { content }
        if matches!(content.as_slice(), [Inline::Span(span)] if span.kind == SpanKind::Link))
}

impl Builder<'_> {
    /// A figure: its caption goes to what it is the caption of, and where there is none, after it.
    pub(super) fn figure(
        &mut self,
        mut blocks: Vec<Block>,
        mut caption: Vec<Inline>,
        pull: bool,
        captioned: bool,
    ) {
        if pull {
            for block in take(&mut blocks) {
                pulled(block, &mut blocks);
            }
        }
        if captioned {
            caption_images(&mut blocks);
        }
        let images = blocks.iter().filter(|block| matches!(block.kind, BlockKind::Image(_))).count();
        if images > 1 && images == blocks.len() {
            return self.gallery(blocks, caption);
        }
        if let [block] = blocks.as_mut_slice() {
            let own = match &mut block.kind {
                BlockKind::Image(image) => Some(&mut image.caption),
                BlockKind::Audio(media) | BlockKind::Video(media) => {
                    // A caption says more than the bare link that stood for a player.
                    if !caption.is_empty() {
                        media.caption.clear();
                    }
                    Some(&mut media.caption)
                }
                BlockKind::Gallery { caption, .. } | BlockKind::Table { caption, .. } => Some(caption),
                BlockKind::Quote { cite, .. } | BlockKind::PullQuote { cite, .. } => Some(cite),
                _ => None,
            };
            if let Some(own) = own
                && own.is_empty()
            {
                *own = take(&mut caption);
            }
        }
        if let [first, ..] = blocks.as_mut_slice()
            && first.anchor.is_none()
        {
            first.anchor = self.anchor.take();
        }
        self.adopt_all(blocks);
        if !caption.is_empty() {
            self.push(BlockKind::Paragraph { content: caption });
        }
    }

    /// Pictures side by side. What is no picture comes after them.
    pub(super) fn gallery(&mut self, mut blocks: Vec<Block>, mut caption: Vec<Inline>) {
        caption_images(&mut blocks);
        let mut images: Vec<Image> = Vec::new();
        let mut rest = Vec::new();
        for block in blocks {
            match block.kind {
                BlockKind::Image(image) => images.push(image),
                BlockKind::Gallery { images: more, caption: own } => {
                    images.extend(more);
                    if caption.is_empty() {
                        caption = own;
                    } else if !own.is_empty() {
                        rest.push(Block::from(BlockKind::Paragraph { content: own }));
                    }
                }
                _ => rest.push(block),
            }
        }
        if let [image] = images.as_mut_slice() {
            if image.caption.is_empty() {
                image.caption = take(&mut caption);
            }
            if let Some(image) = images.pop() {
                self.push(BlockKind::Image(image));
            }
        } else if !images.is_empty() {
            let caption = take(&mut caption);
            self.push(BlockKind::Gallery { images, caption });
        }
        if !caption.is_empty() {
            self.push(BlockKind::Paragraph { content: caption });
        }
        self.adopt_all(rest);
    }

    /// A quotation; one that stands for a post elsewhere is followed by the post.
    pub(super) fn quote(
        &mut self,
        mut body: Vec<Block>,
        mut cite: Vec<Inline>,
        post: Option<Address>,
        social: bool,
    ) {
        let post = post.or_else(|| if social { last_post(&body) } else { None });
        if body.is_empty() && !cite.is_empty() {
            body.push(Block::from(BlockKind::Paragraph { content: take(&mut cite) }));
        }
        if !body.is_empty() {
            self.push(BlockKind::Quote { body, cite });
        }
        if let Some(post) = post {
            let (provider, url) = embed::provider(&post);
            self.push(BlockKind::Embed { provider, url, title: None });
        }
    }

    /// A box beside the text, if it is small enough for one.
    pub(super) fn callout(&mut self, mut body: Vec<Block>) {
        let small = (1..=BOX).contains(&body.len())
            && body.iter().all(|block| {
                matches!(
                    block.kind,
                    BlockKind::Paragraph { .. }
                        | BlockKind::Heading { .. }
                        | BlockKind::List { .. }
                        | BlockKind::Image(_)
                )
            })
            && body.iter().any(|block| !matches!(block.kind, BlockKind::Image(_)));
        if !small {
            return self.adopt_all(body);
        }
        let mut title = None;
        if let [Block { kind: BlockKind::Heading { content, .. }, anchor, .. }, _, ..] = body.as_mut_slice() {
            let mut text = String::new();
            crate::article::plain_text(content, &mut text);
            title = Some(text);
            if self.anchor.is_none() {
                self.anchor = anchor.take();
            }
            body.remove(0);
        }
        self.push(BlockKind::Callout { title, body });
    }
}

/// Gives a paragraph that follows a picture without a caption to it.
fn caption_images(blocks: &mut Vec<Block>) {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in take(blocks) {
        if let BlockKind::Paragraph { content } = &mut block.kind
            && let Some(Block { kind: BlockKind::Image(image), .. }) = kept.last_mut()
            && image.caption.is_empty()
        {
            image.caption = take(content);
            continue;
        }
        kept.push(block);
    }
    *blocks = kept;
}

/// A quotation as the article's own words; what is no text comes after it.
fn pulled(block: Block, into: &mut Vec<Block>) {
    let (body, cite) = match block.kind {
        BlockKind::Quote { body, cite } => (body, cite),
        BlockKind::Paragraph { .. } => (vec![block], Vec::new()),
        _ => return into.push(block),
    };
    let at = into.len();
    let mut content = Vec::new();
    for block in body {
        match block.kind {
            BlockKind::Paragraph { content: text } | BlockKind::Heading { content: text, .. } => {
                if !content.is_empty() {
                    content.push(Inline::Span(Span::new(SpanKind::Br, Vec::new())));
                }
                content.extend(text);
            }
            _ => into.push(block),
        }
    }
    if !content.is_empty() {
        into.insert(at, Block::from(BlockKind::PullQuote { content, cite }));
    } else if !cite.is_empty() {
        into.push(Block::from(BlockKind::Paragraph { content: cite }));
    }
}

/// The last link of a quotation that leads to a single post.
fn last_post(body: &[Block]) -> Option<Address> {
    let Some(BlockKind::Paragraph { content }) = body.last().map(|block| &block.kind) else { return None };
    content.iter().rev().find_map(|inline| match inline {
        Inline::Span(Span { href: Some(href), .. })
            if ["/status/", "/p/", "/reel/", "/video/", "/post/"]
                .iter()
                .any(|part| href.path().contains(part)) =>
        {
            Some(href.clone())
        }
        _ => None,
    })
}
