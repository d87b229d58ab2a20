//! The featured image.

use super::field;
use crate::address::{Address, Purpose, resolve, srcset};
use crate::article::Image;
use crate::json::Json;
use crate::number::digits;
use crate::source::html;

/// A column is hardly wider, in px of a screen that is not dense; denser ones have the `srcset`.
const WIDE: u32 = 1280;

struct Size {
    url: String,
    width: u32,
    height: u32,
}

/// The featured image of a post, in all the sizes that show the whole of it.
pub(super) fn featured(post: &Json, base: Option<&Address>) -> Option<Image> {
    let media = field::at(post, "_embedded.wp:featuredmedia.0");
    let Some(url) = media.line("source_url") else { return elsewhere(post, &media, base) };
    if media.line("media_type").is_some_and(|kind| kind != "image") {
        return None;
    }
    let details = media.get("media_details");
    let mut chosen = size(&details, url);
    let whole = (u64::from(chosen.width), u64::from(chosen.height));
    // Those of the picture's own proportions, the smallest first: others are crops.
    let mut sizes: Vec<Size> = Vec::new();
    for one in details.get("sizes").values() {
        let Some(url) = one.line("source_url") else { continue };
        let size = size(&one, url);
        // Heights are rounded.
        let off = (u64::from(size.width) * whole.1).abs_diff(u64::from(size.height) * whole.0);
        if size.width == 0 || size.height == 0 || off > whole.0 {
            continue;
        }
        if let Err(at) = sizes.binary_search_by(|other| other.width.cmp(&size.width)) {
            sizes.insert(at, size);
        }
    }
    let mut set = String::new();
    for size in &sizes {
        for part in [&size.url, " ", &digits(size.width), "w, "] {
            set.push_str(part);
        }
    }
    let many = sizes.len() > 1;
    for (at, size) in sizes.into_iter().enumerate() {
        if at == 0 || size.width <= WIDE {
            chosen = size;
        }
    }
    let mut image = image(chosen, base)?;
    if many {
        image.srcset = srcset(&set, base);
    }
    image.alt = media.line("alt_text").unwrap_or_default();
    if let Some(caption) = field::line(&media, "caption.rendered") {
        image.caption = html::inlines(&caption, base);
    }
    image.credit = field::line(&details, "image_meta.credit");
    Some(image)
}

#[inline(never)]
fn size(json: &Json, url: String) -> Size {
    Size { url, width: json.count("width").unwrap_or(0), height: json.count("height").unwrap_or(0) }
}

#[inline(never)]
fn image(size: Size, base: Option<&Address>) -> Option<Image> {
    let mut image = Image::new(resolve(&size.url, base, Purpose::Image)?);
    image.width = Some(size.width).filter(|px| *px > 0);
    image.height = Some(size.height).filter(|px| *px > 0);
    Some(image)
}

/// The picture as plugins tell of it, where the post's own was not embedded.
fn elsewhere(post: &Json, media: &Json, base: Option<&Address>) -> Option<Image> {
    if let Some(url) = post.line("jetpack_featured_media_url") {
        return image(Size { url, width: 0, height: 0 }, base);
    }
    // An error object in its place means that the picture is not public.
    if !media.is_null() {
        return None;
    }
    let shared = field::at(post, "yoast_head_json.og_image.0");
    image(size(&shared, shared.line("url")?), base)
}
