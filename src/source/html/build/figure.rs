//! Blocks that enclose others: figures, galleries, quotations, boxes.

use super::Builder;
use super::container::ContainerKind;
use super::line::line_break;
use crate::article::{Block, BlockKind, Image, Inline, Span, SpanKind};
use crate::network::address::Address;
use crate::text::search::{has_word, pieces};
use std::mem::take;

/// The most blocks in a box. Longer content becomes part of the text.
const CALLOUT_MAX: usize = 12;

/// The most paragraphs in a caption. A figure with more contains an article.
const CAPTIONS_MAX: usize = 3;

/// Returns true if a block is nothing but one link.
pub(super) fn is_link(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph { content }
        if matches!(content.as_slice(), [Inline::Span(span)] if span.kind == SpanKind::Link))
}

impl Builder<'_> {
    /// Ends a figure. Its caption goes to the block that it describes, or stands after it.
    pub(super) fn figure(&mut self, kind: ContainerKind, blocks: &mut Vec<Block>, caption: &mut Vec<Inline>) {
        if kind == ContainerKind::PullQuote {
            for block in take(blocks) {
                pulled(block, blocks);
            }
        }
        if kind == ContainerKind::Captioned && blocks.iter().filter(|block| is_image(block)).count() > 1 {
            caption_images(blocks);
        }
        if blocks.len() > 1 && blocks.iter().all(is_image) {
            return self.gallery(blocks, caption);
        }
        let Some(first) = blocks.first_mut() else { return };
        if first.anchor.is_none() {
            first.anchor = self.anchor.take();
        }
        let Some(at) = blocks.iter().position(|block| !is_text(block)) else { return };
        let mut rest = blocks.split_off(at + 1);
        if let Some(block) = blocks.last_mut() {
            let plays = matches!(block.kind, BlockKind::Audio(_) | BlockKind::Video(_));
            let says = matches!(block.kind, BlockKind::Quote { .. } | BlockKind::PullQuote { .. });
            if let Some(own) = caption_of(block) {
                // A caption replaces the bare link that stood for a player.
                if plays && !caption.is_empty() && own.iter().all(is_linked) {
                    own.clear();
                }
                // Paragraphs beside a caption belong to it. Mostly they name the photographer.
                if !says && rest.len() <= CAPTIONS_MAX && rest.iter().all(is_text) {
                    for block in take(&mut rest) {
                        if let BlockKind::Paragraph { mut content } = block.kind {
                            if !caption.is_empty() {
                                caption.push(line_break());
                            }
                            caption.append(&mut content);
                        }
                    }
                }
                if own.is_empty() {
                    *own = take(caption);
                }
            }
        }
        blocks.append(&mut rest);
    }

    /// Adds pictures as a gallery. Other blocks follow it.
    pub(super) fn gallery(&mut self, blocks: &mut Vec<Block>, caption: &mut Vec<Inline>) {
        caption_images(blocks);
        let mut images: Vec<Image> = Vec::new();
        for block in take(blocks) {
            match block.kind {
                BlockKind::Image(image) => images.push(image),
                BlockKind::Gallery { images: mut more, caption: own } => {
                    images.append(&mut more);
                    if caption.is_empty() {
                        *caption = own;
                    } else if !own.is_empty() {
                        blocks.push(Block::from(BlockKind::Paragraph { content: own }));
                    }
                }
                _ => blocks.push(block),
            }
        }
        if images.len() > 1 {
            self.push(BlockKind::Gallery { images, caption: take(caption) });
        } else if let Some(mut image) = images.pop() {
            if image.caption.is_empty() {
                image.caption = take(caption);
            }
            self.push(BlockKind::Image(image));
        }
        self.paragraph(take(caption));
    }

    /// Adds a box, if it is small enough for one.
    pub(super) fn callout(&mut self, body: &mut Vec<Block>) {
        let fits = |block: &Block| {
            matches!(
                block.kind,
                BlockKind::Paragraph { .. }
                    | BlockKind::Heading { .. }
                    | BlockKind::List { .. }
                    | BlockKind::Image(_)
            )
        };
        if body.len() > CALLOUT_MAX || body.iter().all(is_image) || !body.iter().all(fits) {
            return;
        }
        let mut title = None;
        if let [Block { kind: BlockKind::Heading { content, .. }, anchor, .. }, _, ..] = body.as_mut_slice()
            && !content.iter().any(is_linked)
        {
            let mut text = String::new();
            crate::article::plain_text(content, &mut text);
            title = Some(text);
            if self.anchor.is_none() {
                self.anchor = anchor.take();
            }
            *body = body.split_off(1);
        }
        self.push(BlockKind::Callout { title, body: take(body) });
    }
}

/// The caption of a block, if it can have one.
fn caption_of(block: &mut Block) -> Option<&mut Vec<Inline>> {
    Some(match &mut block.kind {
        BlockKind::Image(image) => &mut image.caption,
        BlockKind::Audio(media) | BlockKind::Video(media) => &mut media.caption,
        BlockKind::Gallery { caption, .. } | BlockKind::Table { caption, .. } => caption,
        BlockKind::Quote { cite, .. } | BlockKind::PullQuote { cite, .. } => cite,
        _ => return None,
    })
}

/// Returns true if a block is text that may stand in a caption.
fn is_text(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph { .. })
        && block.anchor.is_none()
        && block.lang.is_none()
        && block.dir.is_none()
}

/// Returns true if an inline is a link. (A title is plain text, and would lose it.)
fn is_linked(inline: &Inline) -> bool {
    matches!(inline, Inline::Span(span) if span.href.is_some())
}

fn is_image(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Image(_))
}

/// Makes a paragraph after a picture without a caption its caption.
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

/// Makes a pull quote of a quotation. Blocks that are no text follow it.
fn pulled(block: Block, into: &mut Vec<Block>) {
    let (body, cite) = match block.kind {
        BlockKind::Quote { body, cite } => (body, cite),
        BlockKind::Paragraph { .. } => (vec![block], Vec::new()),
        _ => return into.push(block),
    };
    let (mut content, mut rest) = (Vec::new(), Vec::new());
    for block in body {
        match block.kind {
            BlockKind::Paragraph { content: mut text } | BlockKind::Heading { content: mut text, .. } => {
                if !content.is_empty() {
                    content.push(line_break());
                }
                content.append(&mut text);
            }
            _ => rest.push(block),
        }
    }
    if !content.is_empty() {
        into.push(Block::from(BlockKind::PullQuote { content, cite }));
    } else if !cite.is_empty() {
        into.push(Block::from(BlockKind::Paragraph { content: cite }));
    }
    into.append(&mut rest);
}

/// The last link in a quotation that leads to a single post.
pub(super) fn last_post(body: &[Block]) -> Option<Address> {
    let BlockKind::Paragraph { content } = &body.last()?.kind else { return None };
    for inline in content.iter().rev() {
        let Inline::Span(Span { href: Some(href), .. }) = inline else { continue };
        for part in pieces(href.path(), "/") {
            if has_word("status p reel video post", part) {
                return Some(href.clone());
            }
        }
    }
    None
}
