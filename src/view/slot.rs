//! Slots: where the publisher's own content stands.

use super::dom::{El, el};

/// A slot for the publisher's own content.
pub fn slot(name: &'static str) -> El {
    el("slot").set("name", name)
}

/// Slots that have no place of their own just now: there, and not shown.
pub fn holder(names: &[&'static str]) -> El {
    let holder = el("div").set("hidden", "");
    for name in names {
        holder.add(&slot(name));
    }
    holder
}
