//! Collects the updates of live coverage, up to the limits of an article.

use super::limit::BODY_MAX;
use crate::article::{Update, Weight};

/// The most updates that are read from one document.
pub(super) const UPDATES_MAX: usize = 1_000;
/// The nodes that an update makes in a page besides its text: an entry, its head, a date, links.
const OWN_NODES: usize = 8;

/// The accepted updates, with their total weight.
pub(super) struct Updates {
    taken: Vec<Update>,
    weight: Weight,
}

impl Updates {
    /// No updates yet, beside a body of that weight.
    pub(super) fn beside(weight: Weight) -> Self {
        Updates { taken: Vec::new(), weight }
    }

    /// Accepts an update, unless its id is known. Returns false if it is too much, so that all later ones can be
    /// skipped.
    pub(super) fn take(&mut self, update: Update) -> bool {
        self.weight.nodes += OWN_NODES;
        update.body.iter().for_each(|block| self.weight.block(block));
        if self.taken.len() >= UPDATES_MAX || self.weight.exceeds(BODY_MAX) {
            return false;
        }
        if !self.taken.iter().any(|known| known.id == update.id) {
            self.taken.push(update);
        }
        true
    }

    /// The accepted updates, in their order.
    pub(super) fn taken(self) -> Vec<Update> {
        self.taken
    }
}
