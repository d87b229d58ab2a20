//! Slots for the publisher's own content.

use super::dom::{El, el};

/// A slot for the publisher's own content.
pub fn slot(name: &'static str) -> El {
    el("slot").set("name", name)
}

/// Slots that have no place in this view. They are in the tree, but hidden.
pub fn holder(names: &[&'static str]) -> El {
    let holder = el("div").set("hidden", "");
    for name in names {
        holder.add(&slot(name));
    }
    holder
}
