//! Icons: our own drawings, as inline SVG nodes, hidden from assistive technology (the control has its name).

use super::dom::{El, svg};

/// A 24 × 24 drawing, by its outline, in the text's colour.
pub fn icon(outline: &str) -> El {
    let drawing = svg("svg").set("viewBox", "0 0 24 24").set("aria-hidden", "true").set("focusable", "false");
    drawing.set("class", "icon").child(svg("path").set("d", outline))
}
