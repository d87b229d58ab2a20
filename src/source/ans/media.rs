//! Pictures, films and recordings.

use crate::article::{Align, Block, BlockKind, Image, Media, Track};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::embed;
use crate::source::html;
use crate::source::limit::NAMES_MAX;
use crate::source::native::address;
use crate::text::search::joined;

/// The width of a column in px, at most. A wider video has no use.
const COLUMN: u32 = 1280;

/// The most captions of one film.
const TRACKS_MAX: usize = 20;

/// A person's public name.
pub(super) fn name(person: &Json) -> Option<String> {
    person
        .line("name")
        .or_else(|| person.line("byline"))
        .or_else(|| person.at("additional_properties.original.byline").trimmed())
}

/// The picture that promotes a story: the one of a video or a gallery, if that is promoted.
pub(super) fn promoted(story: &Json, base: Option<&Address>) -> Option<Image> {
    ["basic", "lead_art"].iter().find_map(|key| still(&story.get("promo_items").get(key), base))
}

/// The picture of an item: a picture, a video, a gallery or a story.
fn still(item: &Json, base: Option<&Address>) -> Option<Image> {
    let poster = item.at("promo_items.basic");
    picture(item, base)
        .or_else(|| picture(&poster, base))
        .or_else(|| picture(&item.get("promo_image"), base))
        .or_else(|| picture(&item.get("content_elements").first(), base))
}

/// A picture, with caption and credit.
pub(super) fn picture(item: &Json, base: Option<&Address>) -> Option<Image> {
    if !matches!(item.line("type").as_deref(), Some("image") | None) {
        return None;
    }
    let mut image = Image::new(address(item, "url", base, Purpose::Image)?);
    image.width = item.count("width").filter(|px| *px > 0);
    image.height = item.count("height").filter(|px| *px > 0);
    image.alt = item.line("alt_text").unwrap_or_default();
    let caption = item.line("caption").or_else(|| item.line("subtitle"));
    image.caption = caption.map(|text| html::inlines(&text, base)).unwrap_or_default();
    image.credit = credit(item);
    image.align =
        item.line("alignment").and_then(|side| Align::named(&side)).filter(|side| *side != Align::Center);
    Some(image)
}

/// The photographers, and the organisations that they work for.
fn credit(item: &Json) -> Option<String> {
    let worded = |key: &str| {
        item.get("vanity_credits")
            .get(key)
            .items_within(NAMES_MAX)
            .iter()
            .filter_map(name)
            .collect::<Vec<_>>()
    };
    let mut names = worded("by");
    names.extend(worded("affiliation"));
    if names.is_empty() {
        for key in ["by", "affiliation"] {
            names.extend(item.get("credits").get(key).items_within(NAMES_MAX).iter().filter_map(name));
        }
    }
    if names.is_empty() { item.line("copyright") } else { Some(joined(&names, " / ")) }
}

/// A video or a recording: the file if there is one, else a link to its page.
pub(super) fn playable(item: &Json, base: Option<&Address>, film: bool) -> Option<Block> {
    let caption = item.at("description.basic").trimmed().or_else(|| item.line("caption"));
    let title = item.at("headlines.basic").trimmed();
    let Some(src) = stream(item, base) else {
        let page = address(item, "canonical_url", base, Purpose::Page);
        return page.map(|page| embed(&page, title.or(caption)));
    };
    let text = caption.or_else(|| title.clone());
    let mut media = Media::new(src);
    media.poster = still(item, base).map(|image| image.src);
    // ANS states it in milliseconds.
    media.duration = item.count("duration").map(|ms| ms / 1000).filter(|seconds| *seconds > 0);
    media.caption = text.map(|text| html::inlines(&text, base)).unwrap_or_default();
    media.tracks = tracks(item, base);
    Some(if film { BlockKind::Video(media) } else { BlockKind::Audio(media) }.into())
}

/// The address of the widest stream that fits a column, among those that browsers play without a script.
fn stream(item: &Json, base: Option<&Address>) -> Option<Address> {
    let mut best: Option<(u32, Address)> = None;
    for stream in item.get("streams").items() {
        let kind = stream.line("stream_type").unwrap_or_default();
        let Some(url) = address(&stream, "url", base, Purpose::Page) else { continue };
        if matches!(kind.as_str(), "ts" | "hls" | "m3u8" | "gif") || url.path().ends_with(".m3u8") {
            continue;
        }
        let width = stream.count("width").unwrap_or(0);
        let fits = |width: u32| width <= COLUMN;
        let better = best.as_ref().is_none_or(|(other, _)| {
            if fits(width) && fits(*other) { width > *other } else { width < *other }
        });
        if better {
            best = Some((width, url));
        }
    }
    best.map(|(_, url)| url)
}

/// Its captions.
fn tracks(item: &Json, base: Option<&Address>) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    for url in item.at("subtitles.urls").items() {
        if url.line("format").is_some_and(|format| format.eq_ignore_ascii_case("web_vtt"))
            && let Some(src) = address(&url, "url", base, Purpose::Page)
            && tracks.len() < TRACKS_MAX
        {
            let (kind, label) = (Some("captions".to_owned()), None);
            tracks.push(Track { src, kind, srclang: None, label, default: false });
        }
    }
    tracks
}
