//! Icons: our own drawings, as inline SVG nodes, hidden from assistive technology (the control has its name).

use super::dom::{El, svg};

/// The icon of that name, or the one of a plain link: a 24 × 24 drawing in the text's colour.
pub fn icon(name: &str) -> El {
    let drawing = svg("svg").set("viewBox", "0 0 24 24").set("aria-hidden", "true").set("focusable", "false");
    let (filled, path) = shape(name);
    let path = svg("path").set("d", path);
    drawing.set("class", if filled { "icon solid" } else { "icon" }).child(path)
}

/// Whether the shape is filled, and its outline.
fn shape(name: &str) -> (bool, &'static str) {
    match name {
        "x" => (false, "M4 4l16 16M20 4L4 20"),
        "facebook" => (false, "M15 4h-1.5A3.5 3.5 0 0 0 10 7.5V20M6.5 11.5h8"),
        "whatsapp" => (
            false,
            "M4 20l1.3-4.2A8 8 0 1 1 8.4 19zM9 8.5c0 4 2.5 6.5 6.5 6.5l.5-2-2.5-1-1 1A5 5 0 0 1 11 11.5l1-1-1-2.5z",
        ),
        "telegram" => (false, "M3 11.5L21 4l-3 16-6.5-5zM11.5 15L21 4M11.5 15v5l2.5-3"),
        "linkedin" => (false, "M5 10v9M5 5.5v.5M10 19v-9M10 14a4 4 0 0 1 8 0v5"),
        "bluesky" => (
            false,
            "M12 11C10 7 6 4.5 4 4.5c-1 4 0 7 4 7.5-3 .5-4 3-1 6 2.5 1.5 4-1 5-4 1 3 2.5 5.5 5 4 3-3 2-5.5-1-6 4-.5 5-3.5 4-7.5-2 0-6 2.5-8 6.5z",
        ),
        "reddit" => (
            false,
            "M12 9c5 0 8 2.5 8 5.5S17 20 12 20s-8-2.5-8-5.5S7 9 12 9zM12 9l1-4.5 4 1M9 13.5v.5M15 13.5v.5M9 16.5c2 1.3 4 1.3 6 0",
        ),
        "threads" => (
            false,
            "M18 8c-1-3-3-4-6-4-4.5 0-7 3-7 8s2.5 8 7 8c4 0 6-2 6-4.5 0-3-3-4-6-4-2 0-3.5 1-3.5 2.5S10 16.5 12 16.5c2.5 0 3.5-2 3.5-4.5S14 8.5 12 8.5",
        ),
        "mastodon" => (
            false,
            "M17 17.5c2-.5 3-1.5 3-4V9c0-3-2-5-8-5S4 6 4 9v4c0 5 3 7 7 7 2 0 3-.3 4-.8M8 14V9.5a2 2 0 0 1 4 0v3m0-3a2 2 0 0 1 4 0V14",
        ),
        "pinterest" => (false, "M9 20l2.5-10M7.5 13C6 10 7 5.5 12 5.5s6 4 5 7-5 4.5-6.5 2"),
        "instagram" => (
            false,
            "M8 4h8a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4zM12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM16.5 7v.5",
        ),
        "youtube" => (
            false,
            "M6 6h12a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3zM10 9.5v5l4.5-2.5z",
        ),
        "tiktok" => (false, "M13 4v11.5A3.5 3.5 0 1 1 9.5 12M13 4c.5 3 2.5 4.5 5 4.5"),
        "rss" => (false, "M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8M5.5 18v.5"),
        "email" => (false, "M3 6h18v12H3zM3 7l9 6 9-6"),
        "sms" | "line" | "viber" | "teams" => (false, "M4 5h16v11H10l-4 4v-4H4z"),
        "copy" => (
            false,
            "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
        ),
        "native" => (false, "M12 15V3M8 6.5L12 3l4 3.5M6 11v9h12v-9"),
        "print" => (false, "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"),
        "previous" => (false, "M15 5l-7 7 7 7"),
        "next" => (false, "M9 5l7 7-7 7"),
        _ => (false, "M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5"),
    }
}
