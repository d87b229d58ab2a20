//! In a long article the blocks further down stand in groups, which the browser neither styles nor lays out before
//! they come near (`style/body.css`). Until then each group has the same reserved height, so each should be about
//! that high.

use crate::article::{Align, Block, BlockKind, Image, Inline};
use crate::view::dom::{El, el};

/// The number of blocks at the beginning, some screens, that are laid out at once.
const NEAR_BLOCKS: usize = 24;
/// The height of a group in lines of text. `.far` in `style/body.css` states it in em.
const GROUP_LINES: usize = 100;
/// The number of letters in a line.
const LINE_LETTERS: usize = 60;
/// The number of blocks that may stand beside a floating picture.
const BLOCKS_BESIDE: usize = 4;

/// Adds blocks to the body, the far ones in groups.
pub(super) struct Groups<'a> {
    body: &'a El,
    added: usize,
    open: Vec<El>,
    /// The estimated height of the open group, in lines.
    lines: usize,
    /// The number of following blocks that may still stand beside a floating picture.
    beside: usize,
}

impl<'a> Groups<'a> {
    pub(super) fn new(body: &'a El) -> Self {
        Groups { body, added: 0, open: Vec::new(), lines: 0, beside: 0 }
    }

    /// Adds a block. A group ends before a paragraph, so that it does not end with a heading, and a caption from
    /// WordPress is not separated from its picture.
    pub(super) fn add(&mut self, block: &Block, element: &El) {
        self.added += 1;
        if self.added <= NEAR_BLOCKS {
            self.body.add(element);
            return;
        }
        let is_full = self.lines >= GROUP_LINES
            && self.beside == 0
            && matches!(block.kind, BlockKind::Paragraph { .. });
        if is_full || self.lines >= 3 * GROUP_LINES {
            self.close();
        }
        self.beside = match &block.kind {
            BlockKind::Image(Image { align: Some(Align::Left | Align::Right), .. }) => BLOCKS_BESIDE,
            _ => self.beside.saturating_sub(1),
        };
        self.lines += height(block);
        self.open.push(element.clone());
    }

    /// Adds the open blocks to the body: as a group, unless the reserved height would be far more than theirs.
    pub(super) fn close(&mut self) {
        let group = (self.lines * 2 > GROUP_LINES).then(|| el("div").set("class", "far"));
        let into = group.as_ref().unwrap_or(self.body);
        self.open.drain(..).for_each(|element| into.add(&element));
        if let Some(group) = &group {
            self.body.add(group);
        }
        self.lines = 0;
    }
}

/// Estimates the height of a block in lines.
fn height(block: &Block) -> usize {
    let content = match &block.kind {
        BlockKind::Paragraph { content }
        | BlockKind::PullQuote { content, .. }
        | BlockKind::Heading { content, .. } => text_lines(content),
        BlockKind::Image(image) => picture(image),
        BlockKind::List { items, .. } => items.len(),
        BlockKind::Gallery { images, .. } => images.len() * 3,
        BlockKind::Quote { body, .. } | BlockKind::Callout { body, .. } => body.len() * 3,
        BlockKind::Table { rows, .. } => rows.len() * 3,
        BlockKind::Code { text, .. } => text.len() / LINE_LETTERS,
        _ => 3,
    };
    content + 1
}

fn text_lines(content: &[Inline]) -> usize {
    1 + letters(content) / LINE_LETTERS
}

/// The number of letters, by bytes. Scripts other than Latin have more bytes a letter, but their letters are wider.
fn letters(content: &[Inline]) -> usize {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.len(),
            Inline::Span(span) => letters(&span.content),
        })
        .sum()
}

/// Estimates a picture in a column 20 lines wide, with its caption.
fn picture(image: &Image) -> usize {
    let (width, height) = (image.width.unwrap_or(0), image.height.unwrap_or(0));
    (height as usize * 20).checked_div(width as usize).unwrap_or(12) + text_lines(&image.caption)
}
