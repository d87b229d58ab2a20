//! Icons: our own drawings, as inline SVG, hidden from assistive technology because the control has a name.

use super::dom::{El, svg};

/// An icon of 24 × 24 units from its outline, in the text's colour. In a rendered page without our style it would be as wide
/// as the page, so it has its size in attributes, too.
pub fn icon(outline: &str) -> El {
    let drawing = svg("svg").set("viewBox", "0 0 24 24").set("width", "24").set("height", "24");
    let drawing = drawing.set("aria-hidden", "true").set("focusable", "false");
    drawing.set("class", "icon").child(svg("path").set("d", outline))
}
