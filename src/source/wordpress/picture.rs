//! The featured image.

use super::field;
use crate::article::{Block, Image};
use crate::network::address::{Address, Purpose, resolve, srcset};
use crate::network::json::Json;
use crate::source::limit::SIZES_MAX;
use crate::source::{file, html};
use crate::text::number::digits;

/// The width of a column in px, at most. Dense screens use the `srcset`.
const COLUMN: u32 = 1280;

/// The lead image of a post: its featured image, unless the text contains the same file.
pub(super) fn lead(post: &Json, body: &[Block], base: Option<&Address>) -> Option<Image> {
    let lead = featured(post, base)?;
    if file::is_shown(&lead, body) { None } else { Some(lead) }
}

/// The featured image of a post, with all sizes that show the whole of it.
pub(super) fn featured(post: &Json, base: Option<&Address>) -> Option<Image> {
    let media = field::at(post, "_embedded.wp:featuredmedia.0");
    let Some(mut url) = media.line("source_url") else { return elsewhere(post, &media, base) };
    if media.line("media_type").is_some_and(|kind| kind != "image") {
        return None;
    }
    let details = media.get("media_details");
    let whole = extent(&details);
    let mut shown = whole;
    let (mut set, mut widths) = (String::new(), Vec::new());
    for size in details.get("sizes").values_within(SIZES_MAX) {
        let Some(source) = size.line("source_url") else { continue };
        let (width, height) = extent(&size);
        // Only sizes with the picture's own proportions, since others are crops. Heights are rounded.
        let off = (u64::from(width) * u64::from(whole.1)).abs_diff(u64::from(height) * u64::from(whole.0));
        if width == 0 || height == 0 || off > u64::from(whole.0) || widths.contains(&width) {
            continue;
        }
        for part in [&source, " ", &digits(width), "w, "] {
            set.push_str(part);
        }
        if widths.is_empty() || fits_better(width, shown.0) {
            shown = (width, height);
            url = source;
        }
        widths.push(width);
    }
    let mut image = image(&url, shown, base)?;
    if widths.len() > 1 {
        image.srcset = srcset(&set, base);
    }
    image.alt = media.line("alt_text").unwrap_or_default();
    if let Some(caption) = field::line(&media, "caption.rendered") {
        image.caption = html::inlines(&caption, base);
    }
    image.credit = field::line(&details, "image_meta.credit");
    Some(image)
}

/// Returns true if a width fits a column better than another: the widest that is no wider than the column, else the
/// narrowest.
fn fits_better(width: u32, than: u32) -> bool {
    if width <= COLUMN && than <= COLUMN { width > than } else { width < than }
}

/// Width and height in px; 0 if they are unknown.
#[inline(never)]
fn extent(json: &Json) -> (u32, u32) {
    (json.count("width").unwrap_or(0), json.count("height").unwrap_or(0))
}

#[inline(never)]
fn image(url: &str, (width, height): (u32, u32), base: Option<&Address>) -> Option<Image> {
    let mut image = Image::new(resolve(url, base, Purpose::Image)?);
    image.width = Some(width).filter(|px| *px > 0);
    image.height = Some(height).filter(|px| *px > 0);
    Some(image)
}

/// The picture from plugins, if the post's own was not embedded.
fn elsewhere(post: &Json, media: &Json, base: Option<&Address>) -> Option<Image> {
    if let Some(url) = post.line("jetpack_featured_media_url") {
        return image(&url, (0, 0), base);
    }
    // An error object in place of the picture means that it is not public. Of a post without a featured image,
    // plugins share the first picture of its text, or the site's own.
    if !media.is_null() || post.count("featured_media") == Some(0) {
        return None;
    }
    let shared = field::at(post, "yoast_head_json.og_image.0");
    image(&shared.line("url")?, extent(&shared), base)
}
