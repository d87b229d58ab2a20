//! Icons of networks. [`others`] has those that few pages name.

pub mod others;

use super::entry::Networks;
use crate::view::dom::El;
use crate::view::icon::icon;

/// The icon of a network, or the one of a plain link.
pub fn network(name: &str, networks: Option<Networks>) -> El {
    let other = || networks.and_then(|networks| networks.outline(name));
    icon(outline(name).or_else(other).unwrap_or("M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5"))
}

/// The outlines of [`crate::share::COMMON`] and [`crate::share::FOLLOWED`] networks.
fn outline(name: &str) -> Option<&'static str> {
    Some(match name {
        "x" => "M4 4l16 16M20 4L4 20",
        "facebook" => "M15 4h-1.5A3.5 3.5 0 0 0 10 7.5V20M6.5 11.5h8",
        "whatsapp" => {
            "M4 20l1.3-4.2A8 8 0 1 1 8.4 19zM9 8.5c0 4 2.5 6.5 6.5 6.5l.5-2-2.5-1-1 1A5 5 0 0 1 11 11.5l1-1-1-2.5z"
        }
        "telegram" => "M3 11.5L21 4l-3 16-6.5-5zM11.5 15L21 4M11.5 15v5l2.5-3",
        "linkedin" => "M5 10v9M5 5.5v.5M10 19v-9M10 14a4 4 0 0 1 8 0v5",
        "bluesky" => {
            "M12 11C10 7 6 4.5 4 4.5c-1 4 0 7 4 7.5-3 .5-4 3-1 6 2.5 1.5 4-1 5-4 1 3 2.5 5.5 5 4 3-3 2-5.5-1-6 4-.5 5-3.5 4-7.5-2 0-6 2.5-8 6.5z"
        }
        "email" => "M3 6h18v12H3zM3 7l9 6 9-6",
        "copy" => "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
        "native" => "M12 15V3M8 6.5L12 3l4 3.5M6 11v9h12v-9",
        "instagram" => {
            "M8 4h8a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4zM12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM16.5 7v.5"
        }
        "youtube" => {
            "M6 6h12a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3zM10 9.5v5l4.5-2.5z"
        }
        "tiktok" => "M13 4v11.5A3.5 3.5 0 1 1 9.5 12M13 4c.5 3 2.5 4.5 5 4.5",
        _ => return None,
    })
}
