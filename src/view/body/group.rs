//! Far down a long article blocks stand in groups, which have neither style nor layout before they come near
//! (`style/body.css`). Each group takes about the same room, which is what is kept for it until then.

use crate::article::{Align, Block, BlockKind, Image, Inline};
use crate::view::dom::{El, el};

/// The blocks at the beginning that are laid out at once: some screens.
const NEAR: usize = 24;
/// The room of a group, in lines of text: `.far` in `style/body.css` says it in em.
const ROOM: usize = 100;
/// How many letters a line has.
const LINE: usize = 60;
/// What floats stands beside so many blocks that come after it.
const BESIDE: usize = 4;

/// Puts blocks into the body, the far ones in groups.
pub(super) struct Groups<'a> {
    body: &'a El,
    added: usize,
    open: Vec<El>,
    /// How much room is taken by what is open.
    room: usize,
    /// How many more blocks may stand beside what floats.
    beside: usize,
}

impl<'a> Groups<'a> {
    pub(super) fn new(body: &'a El) -> Self {
        Groups { body, added: 0, open: Vec::new(), room: 0, beside: 0 }
    }

    /// Adds a block. A group is complete before a paragraph, so that no heading is the last of one, and no caption of
    /// WordPress' is torn from its picture.
    pub(super) fn add(&mut self, block: &Block, element: &El) {
        self.added += 1;
        if self.added <= NEAR {
            self.body.add(element);
            return;
        }
        let is_whole =
            self.room >= ROOM && self.beside == 0 && matches!(block.kind, BlockKind::Paragraph { .. });
        if is_whole || self.room >= 3 * ROOM {
            self.close();
        }
        self.beside = match &block.kind {
            BlockKind::Image(Image { align: Some(Align::Left | Align::Right), .. }) => BESIDE,
            _ => self.beside.saturating_sub(1),
        };
        self.room += room(block);
        self.open.push(element.clone());
    }

    /// Puts what is open into the body: as a group, unless far more room would be kept for it than it takes.
    pub(super) fn close(&mut self) {
        let group = (self.room * 2 > ROOM).then(|| el("div").set("class", "far"));
        let into = group.as_ref().unwrap_or(self.body);
        self.open.drain(..).for_each(|element| into.add(&element));
        if let Some(group) = &group {
            self.body.add(group);
        }
        self.room = 0;
    }
}

/// How many lines a block takes, about.
fn room(block: &Block) -> usize {
    let content = match &block.kind {
        BlockKind::Paragraph { content }
        | BlockKind::PullQuote { content, .. }
        | BlockKind::Heading { content, .. } => lines(content),
        BlockKind::Image(image) => picture(image),
        BlockKind::List { items, .. } => items.len(),
        BlockKind::Gallery { images, .. } => images.len() * 3,
        BlockKind::Quote { body, .. } | BlockKind::Callout { body, .. } => body.len() * 3,
        BlockKind::Table { rows, .. } => rows.len() * 3,
        BlockKind::Code { text, .. } => text.len() / LINE,
        _ => 3,
    };
    content + 1
}

fn lines(content: &[Inline]) -> usize {
    1 + letters(content) / LINE
}

/// How many letters of Latin there are. Others have more bytes, and are wider.
fn letters(content: &[Inline]) -> usize {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.len(),
            Inline::Span(span) => letters(&span.content),
        })
        .sum()
}

/// A picture in a column of some 20 lines' width, with what stands under it.
fn picture(image: &Image) -> usize {
    let (width, height) = (image.width.unwrap_or(0), image.height.unwrap_or(0));
    (height as usize * 20).checked_div(width as usize).unwrap_or(12) + lines(&image.caption)
}
