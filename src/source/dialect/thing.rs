//! Things that stand between texts, by the names that most systems give their parts.

use crate::article::{Block, BlockKind, Image, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{embed, leftovers, plain, whole};
use crate::source::html;
use crate::text::search::before;

/// The address that a member holds, or that an object in it does.
pub(super) fn url(json: &Json, keys: &[&str], base: Option<&Address>, purpose: Purpose) -> Option<Address> {
    keys.iter().find_map(|key| {
        let value = json.get(key);
        resolve(&value.trimmed().or_else(|| value.line("url"))?, base, purpose)
    })
}

/// The member `key` as an address that passes.
pub(super) fn address(json: &Json, key: &str, base: Option<&Address>, purpose: Purpose) -> Option<Address> {
    resolve(&json.line(key)?, base, purpose)
}

/// The first member that is a text.
pub(super) fn said(json: &Json, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| json.line(key))
}

/// A picture of an address, with what is said of it.
pub(super) fn image(src: Address, said_of: &Json, base: Option<&Address>) -> Image {
    let mut image = Image::new(src);
    let size = |key: &str| {
        let inside = ["dimensions", "details", "metadata"].map(|holder| said_of.get(holder));
        let own = whole(said_of, key);
        own.or_else(|| {
            inside
                .iter()
                .find_map(|holder| whole(holder, key).or_else(|| whole(&holder.get("dimensions"), key)))
        })
    };
    image.width = size("width").filter(|px| *px > 0);
    image.height = size("height").filter(|px| *px > 0);
    image.alt = said(said_of, &["alt", "alternativeText", "altText", "description"]).unwrap_or_default();
    let caption = said(said_of, &["caption", "title"]).filter(|caption| *caption != image.alt);
    image.caption = caption.map(|text| html::inlines(&text, base)).unwrap_or_default();
    image.credit = said(said_of, &["credit", "attribution", "copyright", "photographer", "source"]);
    image
}

/// Something that is known by its parts alone: a picture, a film, a recording, a page of another site; else its text.
pub(super) fn guess(json: &Json, base: Option<&Address>) -> Vec<Block> {
    for key in ["image", "picture", "photo", "asset"] {
        let inside = json.get(key);
        if inside.is_object()
            && let Some(src) = url(&inside, &["url", "src"], base, Purpose::Image)
        {
            let mut image = image(src, &inside, base);
            if image.caption.is_empty() {
                image.caption = plain(said(json, &["caption", "title"]).unwrap_or_default());
            }
            if image.alt.is_empty() {
                image.alt = json.line("alt").unwrap_or_default();
            }
            return vec![BlockKind::Image(image).into()];
        }
    }
    if let Some(address) =
        url(json, &["url", "src", "href", "link", "video", "audio", "file"], None, Purpose::Page)
    {
        return vec![by_address(address, json)];
    }
    leftovers(json, base)
}

/// What an address leads to, by its end.
pub(super) fn by_address(address: Address, said_of: &Json) -> Block {
    let title = said(said_of, &["caption", "title", "name", "alt"]);
    let path = address.path().to_ascii_lowercase();
    let ends = |ends: &[&str]| ends.iter().any(|end| path.ends_with(end));
    let caption = || plain(title.clone().unwrap_or_default());
    if ends(&[".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"])
        && let Some(src) = resolve(before(address.as_str(), "#"), None, Purpose::Image)
    {
        return BlockKind::Image(image(src, said_of, None)).into();
    }
    if ends(&[".mp4", ".webm", ".mov", ".m4v"]) {
        return BlockKind::Video(Media { caption: caption(), ..Media::new(address) }).into();
    }
    if ends(&[".mp3", ".m4a", ".ogg", ".wav", ".aac"]) {
        return BlockKind::Audio(Media { caption: caption(), ..Media::new(address) }).into();
    }
    embed(&address, title)
}
