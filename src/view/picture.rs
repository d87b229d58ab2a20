//! Pictures by themselves. Their space is reserved before they arrive.

use super::dom::{El, el};
use super::page::Page;
use crate::article::Image;
use crate::text::number::digits;

/// When an image is fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// At once, before other images.
    First,
    /// When it comes near.
    Lazy,
}

/// A picture alone. `alt` is its alternative text.
pub fn picture(page: &Page, image: &Image, alt: &str, priority: Priority) -> El {
    let img = el("img").set("alt", alt).set("decoding", "async");
    let img = match priority {
        Priority::First => img.set("fetchpriority", "high"),
        Priority::Lazy => img.set("loading", "lazy"),
    };
    let img = match (image.width, image.height) {
        (Some(width), Some(height)) => img.set("width", &digits(width)).set("height", &digits(height)),
        _ => img,
    };
    let img = if page.leaves(&image.src) {
        img.set("referrerpolicy", "strict-origin-when-cross-origin")
    } else {
        img
    };
    let img = match &image.srcset {
        Some(srcset) => {
            let sizes = image.sizes.as_deref().unwrap_or("(min-width: 48em) 45em, 100vw");
            img.set("sizes", sizes).set("srcset", srcset)
        }
        None => img,
    };
    #[cfg(browser)]
    let img = if image.height.is_none() { collapse_if_failed(img) } else { img };
    img.src(&image.src)
}

/// Takes the reserved space away if a picture of unknown size does not arrive.
#[cfg(browser)]
fn collapse_if_failed(img: El) -> El {
    let failed = img.clone();
    img.on("error", move |_| failed.toggle("class", Some("failed")))
}

/// A small picture in a line of text, in its own size.
pub fn icon(page: &Page, image: &Image) -> El {
    picture(page, image, &image.alt, Priority::Lazy).set("class", "icon")
}
