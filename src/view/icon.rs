//! Icons: our own drawings, as inline SVG, hidden from assistive technology because the control has a name.

use super::dom::{El, svg};

/// An icon of 24 × 24 units from its outline, in the text's colour.
pub fn icon(outline: &str) -> El {
    let drawing = svg("svg").set("viewBox", "0 0 24 24").set("aria-hidden", "true").set("focusable", "false");
    drawing.set("class", "icon").child(svg("path").set("d", outline))
}
