//! The updates of live coverage, as many as an article may have.

use super::limit::BODY_MAX;
use crate::article::{Update, Weight};

/// The most updates that are read of one document.
pub(super) const UPDATES_MAX: usize = 1_000;
/// What an update makes a page stand beside its text: an entry, its head, a date, links.
const OWN_NODES: usize = 8;

/// Those that were taken, and what they weigh together.
pub(super) struct Updates {
    taken: Vec<Update>,
    weight: Weight,
}

impl Updates {
    /// None yet, beside a body of that weight.
    pub(super) fn beside(weight: Weight) -> Self {
        Updates { taken: Vec::new(), weight }
    }

    /// Takes an update, unless one of its id was; `false` where it is too much, and so would be all that come after it.
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

    /// Those that were taken, in the order in which they came.
    pub(super) fn taken(self) -> Vec<Update> {
        self.taken
    }
}
