//! What an item of RSS and an entry of Atom have in common.

use crate::article::{Block, Image, Named};
use crate::network::address::Address;
use crate::source::html;
use crate::source::opening::opening;
use crate::text::excerpt::cut;
use crate::text::grapheme::approximate_clusters;

/// How much of its text stands in for the title that an item lacks, in graphemes.
const TITLE_MAX: usize = 90;

/// What an item or an entry says.
pub(super) struct Entry {
    pub(super) id: Option<String>,
    pub(super) url: Option<Address>,
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) authors: Vec<Named>,
    pub(super) tags: Vec<Named>,
    pub(super) published_at: Option<String>,
    pub(super) modified_at: Option<String>,
    pub(super) image: Option<Image>,
    pub(super) body: Vec<Block>,
    pub(super) comments: Option<u32>,
}

impl Entry {
    /// The title; a note that has none is known by its first words.
    pub(super) fn title(&self) -> Option<String> {
        let stand_in = || {
            let text = opening(&self.body).or_else(|| self.summary.clone())?;
            let text = cut(&text, TITLE_MAX, &approximate_clusters);
            (!text.is_empty()).then_some(text)
        };
        self.title.clone().or_else(stand_in)
    }
}

/// The plain text of what may be HTML, or nothing.
pub(super) fn plain_line(text: Option<String>) -> Option<String> {
    let text = html::text(&text?);
    (!text.is_empty()).then_some(text)
}
