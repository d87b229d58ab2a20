//! Pictures with caption and credit.

use super::content;
use super::dom::{El, el, part};
use super::page::{Page, PageRef};
use super::picture::{Priority, picture};
use crate::article::{Align, Image, Inline, plain_text};
use crate::network::address::Address;
use crate::text::search::{around, trimmed};

/// File extensions of pictures.
const PICTURES: [&str; 6] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"];

/// The lead image.
pub fn lead(page: &PageRef, image: &Image) -> El {
    let priority = if page.settings.lazy { Priority::Lazy } else { Priority::First };
    figure(page, image, "image", priority)
}

/// A picture with caption and credit.
pub fn figure(page: &PageRef, image: &Image, name: &str, priority: Priority) -> El {
    let mut said = String::new();
    plain_text(&image.caption, &mut said);
    let said = trimmed(&said);
    // A caption with the same words would be heard twice.
    let alt = if said == image.alt { "" } else { &image.alt };
    let img = picture(page, image, alt, priority);
    let img = match &image.href {
        Some(href) if alt.is_empty() => {
            page.link(href).set("aria-label", &link_name(page, href, said)).child(img)
        }
        Some(href) => page.link(href).child(img),
        None => img,
    };
    part("figure", name).set_some("class", image.align.map(Align::name)).child(img).maybe(caption(
        page,
        &image.caption,
        image.credit.as_deref(),
    ))
}

/// The accessible name of a link around a picture without a text: its caption, or what the link does.
fn link_name(page: &Page, href: &Address, caption: &str) -> String {
    if !caption.is_empty() {
        return caption.to_owned();
    }
    let path = href.path().to_ascii_lowercase();
    if PICTURES.into_iter().any(|end| path.ends_with(end)) {
        return page.text("imageOpen");
    }
    match around(href.origin(), "://") {
        Some((_, host)) => page.locale.with("embedOpen", "provider", host),
        // For an e-mail address or a telephone number, what follows the scheme.
        None => around(href.as_str(), ":").map_or("", |(_, whom)| whom).to_owned(),
    }
}

/// Caption and credit, if there are any.
pub fn caption(page: &PageRef, caption: &[Inline], credit: Option<&str>) -> Option<El> {
    if caption.is_empty() && credit.is_none() {
        return None;
    }
    let row = part("figcaption", "caption").set("dir", "auto");
    let text = el("span").set("lang", &page.content_language);
    content::fill(page, &text, caption);
    let row = row.child(text);
    Some(match credit {
        Some(credit) => {
            row.text(" ").child(el("small").text(&page.locale.with_words("credit", "credit", credit)))
        }
        None => row,
    })
}
