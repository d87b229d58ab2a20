//! The common form of RSS items and Atom entries.

use crate::article::{Block, Image, Named, plain_text};
use crate::network::address::Address;
use crate::source::{html, title};

/// The content of an item or an entry.
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
    /// The title. Without one, a note takes its first words, and a picture its description.
    pub(super) fn title(&self) -> Option<String> {
        let mut caption = String::new();
        if let Some(image) = &self.image {
            plain_text(&image.caption, &mut caption);
        }
        title::title(self.title.clone(), &self.body, Some(self.summary.as_ref().unwrap_or(&caption)))
    }
}

/// The plain text of what may be HTML; `None` if it is empty.
pub(super) fn plain_line(text: Option<String>) -> Option<String> {
    let text = html::text(&text?);
    (!text.is_empty()).then_some(text)
}
