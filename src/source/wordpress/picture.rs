//! The featured image.

use crate::address::{Address, Purpose, resolve, srcset};
use crate::article::Image;
use crate::json::Json;
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
    let media = post.get("_embedded").get("wp:featuredmedia").first();
    let Some(full) = media.line("source_url") else { return elsewhere(post, base) };
    if media.line("media_type").is_some_and(|kind| kind != "image") {
        return None;
    }
    let details = media.get("media_details");
    let sizes = sizes(&details);
    let chosen = sizes.iter().rev().find(|size| size.width <= WIDE).or(sizes.first());
    let mut image = Image::new(resolve(chosen.map_or(&full, |size| &size.url), base, Purpose::Image)?);
    image.width = chosen.map(|size| size.width).or_else(|| details.count("width")).filter(|px| *px > 0);
    image.height = chosen.map(|size| size.height).or_else(|| details.count("height")).filter(|px| *px > 0);
    if sizes.len() > 1 {
        let mut set = String::new();
        for size in &sizes {
            set.push_str(&size.url);
            set.push(' ');
            set.push_str(&size.width.to_string());
            set.push_str("w, ");
        }
        image.srcset = srcset(&set, base);
    }
    image.alt = media.line("alt_text").unwrap_or_default();
    if let Some(caption) = media.get("caption").get("rendered").text() {
        image.caption = html::inlines(&caption, base);
    }
    image.credit = details.get("image_meta").line("credit");
    Some(image)
}

/// The sizes of the picture's own proportions, the smallest first: others are crops.
fn sizes(details: &Json) -> Vec<Size> {
    let whole = (details.count("width").unwrap_or(0), details.count("height").unwrap_or(0));
    let mut sizes: Vec<Size> = Vec::new();
    for size in details.get("sizes").values() {
        let (Some(width), Some(height)) = (size.count("width"), size.count("height")) else { continue };
        let Some(url) = size.line("source_url") else { continue };
        let off = (u64::from(width) * u64::from(whole.1)).abs_diff(u64::from(height) * u64::from(whole.0));
        // Heights are rounded.
        if width == 0 || height == 0 || off > u64::from(whole.0) {
            continue;
        }
        if let Err(at) = sizes.binary_search_by(|other| other.width.cmp(&width)) {
            sizes.insert(at, Size { url, width, height });
        }
    }
    sizes
}

/// The picture as plugins tell of it, where the post's own was not embedded.
fn elsewhere(post: &Json, base: Option<&Address>) -> Option<Image> {
    if let Some(url) = post.line("jetpack_featured_media_url") {
        return resolve(&url, base, Purpose::Image).map(Image::new);
    }
    // An error object in its place means that the picture is not public.
    if !post.get("_embedded").get("wp:featuredmedia").is_null() {
        return None;
    }
    let shared = post.get("yoast_head_json").get("og_image").first();
    let mut image = Image::new(resolve(&shared.line("url")?, base, Purpose::Image)?);
    image.width = shared.count("width");
    image.height = shared.count("height");
    Some(image)
}
