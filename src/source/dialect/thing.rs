//! Custom objects of a site, recognised by their members alone: a picture, a video, a page of another site, and
//! texts.

use super::context::{BodyContext, first_text};
use crate::article::{Block, BlockKind, Image, Inline, Media};
use crate::network::address::{Address, Purpose, srcset};
use crate::network::json::Json;
use crate::source::compose::{
    DEPTH_MAX, embed, is_text, leftovers, line_break, link, paragraph, plain, quote, whole,
};
use crate::source::html;
use crate::text::number;
use crate::text::search::{around, has_any, has_word, joined, pieces, trimmed};

/// Members with a picture or a file in them. The texts about it stand beside it.
const HOLDERS: &[&str] = &["image", "picture", "photo", "asset", "media", "responsiveImage", "file"];
/// Members with the alternative text of a picture.
const ALTERNATIVES: &[&str] = &["alt", "altText", "alternativeText", "alternative_text"];
/// Members with a caption.
const CAPTIONS: &[&str] = &["caption", "title", "description"];
/// Members with the maker of a picture.
const CREDITS: &[&str] = &["credit", "attribution", "copyright", "photographer", "source"];
/// Members with the size of a picture.
const EXTENTS: &[&str] = &[
    "",
    "dimensions",
    "responsiveImage",
    "details.image",
    "file.details.image",
    "metadata.dimensions",
    "asset.metadata.dimensions",
];
/// All texts about a picture.
const ALL_OF_PICTURES: &[&[&str]] = &[ALTERNATIVES, CAPTIONS, CREDITS];
/// Members with the author of a quotation.
const WHOSE: &[&str] = &["cite", "attribution", "author", "source", "name", "byline"];
/// Members with the address of content to be shown.
const SHOWN: &[&str] = &[
    "url",
    "src",
    "source",
    "embedUrl",
    "embed_url",
    "embed",
    "videoUrl",
    "mp4Url",
    "filename",
    "video",
    "audio",
];
/// Members with the target of a link.
const LED_TO: &[&str] = &["href", "link", "permalink"];
/// Members with the text of a link.
const NAMES: &[&str] = &["caption", "title", "label", "text", "name", "alt"];
/// Members with the media type of a file.
const TYPES: &[&str] = &["contentType", "mimeType", "mime_type", "mime"];
/// Members whose text is for readers even if it is one word, besides those that all formats know.
const WORDS: &str = "name author cite byline source kicker note intro role value alt term definition credit copyright fallback";
/// Parts of the names of members that hold settings, even if they have several words.
const SETTINGS: &str =
    "class style css size srcset srcSet Set color script svg query file name path html Html id blockName";
/// File extensions of pictures, videos and recordings.
const PICTURES: &str = "jpg jpeg png webp gif avif svg";
const FILMS: &str = "mp4 webm mov m4v";
const RECORDINGS: &str = "mp3 m4a ogg wav aac";

/// Reads the texts and media in a custom object, in the order of its members.
#[inline(never)]
pub(super) fn guess(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let mut found = Found { context, blocks: Vec::new() };
    if let Some(heading) = ["title", "heading", "headline"].into_iter().find(|key| json.line(key).is_some())
        && json.keys().iter().any(|key| (context.is_body)(&json.get(key)))
    {
        // A text with a heading of its own becomes a box.
        found.members(json, &[heading], depth)?;
        let title = json.line(heading).map(|title| html::text(&title));
        return Some(vec![BlockKind::Callout { title, body: found.blocks }.into()]);
    }
    found.value("", json, depth)?;
    Some(found.blocks)
}

/// The content that was found in an object.
struct Found<'a> {
    context: &'a BodyContext<'a>,
    blocks: Vec<Block>,
}

impl Found<'_> {
    /// Reads a member, or an object.
    fn value(&mut self, key: &str, value: &Json, depth: u32) -> Option<()> {
        if !self.context.budget.take() {
            return None;
        }
        if depth > DEPTH_MAX {
            self.blocks.extend(leftovers(value, self.context.base));
        } else if let Some(text) = value.text() {
            let packed = value.clone().unpacked();
            if (self.context.is_body)(&packed) {
                self.blocks.append(&mut (self.context.inner)(&packed, self.context, depth + 1)?);
            } else if is_for_readers(key, &text) {
                self.blocks.extend(html::blocks(&text, self.context.base).unwrap_or_default());
            }
        } else if (self.context.is_body)(value) {
            self.blocks.append(&mut (self.context.inner)(value, self.context, depth + 1)?);
        } else if value.is_object() {
            let mut used = Vec::new();
            let shown = shown(value, self.context, &mut used);
            self.blocks.extend(shown);
            self.members(value, &used, depth)?;
        } else {
            for item in value.items() {
                self.value(key, &item, depth + 1)?;
            }
        }
        Some(())
    }

    /// Reads the members of an object, except those that were used already.
    fn members(&mut self, json: &Json, used: &[&str], depth: u32) -> Option<()> {
        for key in json.keys() {
            if !used.contains(&key.as_str()) && !key.starts_with('_') {
                self.value(&key, &json.get(&key), depth + 1)?;
            }
        }
        Some(())
    }
}

/// Returns true if a text is for readers: by the name of its member, or because it has several words and is no
/// setting.
fn is_for_readers(key: &str, text: &str) -> bool {
    let is_setting = || pieces(SETTINGS, " ").any(|part| around(key, part).is_some());
    let has_words = has_any(trimmed(text), " ");
    is_text(key) || has_word(WORDS, key) && !is_file(text) || has_words && !is_setting()
}

/// The picture, media or link that an object itself stands for, and the members used for it.
fn shown(json: &Json, context: &BodyContext<'_>, used: &mut Vec<&'static str>) -> Option<Block> {
    if let Some(words) = json.get("quote").text() {
        let whose = WHOSE.iter().find(|key| json.line(key).is_some());
        let cite = whose.and_then(|key| json.line(key)).map(|cite| html::inlines(&cite, context.base));
        used.push("quote");
        used.extend(whose);
        let body = html::blocks(&words, context.base).unwrap_or_default();
        return Some(quote(body, cite.unwrap_or_default()));
    }
    if let Some(text) = json.get("code").text().filter(|text| has_any(trimmed(text), " \n")) {
        used.extend(["code", "language"]);
        return Some(BlockKind::Code { text, language: json.line("language") }.into());
    }
    for key in HOLDERS {
        let holder = json.get(key);
        if let Some(src) = picture(&holder, context, *key != "file" && *key != "media") {
            used.push(key);
            used.extend(ALL_OF_PICTURES.iter().copied().flatten());
            return Some(BlockKind::Image(image(src, &[&holder, json], context)).into());
        }
    }
    if let Some(src) = picture(json, context, false) {
        used.extend(["url", "src", "filename", "asset", "file", "responsiveImage"]);
        used.extend(ALL_OF_PICTURES.iter().copied().flatten());
        return Some(BlockKind::Image(image(src, &[json], context)).into());
    }
    let title = NAMES.iter().find(|key| json.line(key).is_some());
    let words = title.and_then(|key| json.line(key));
    if let Some((key, to)) = address(json, SHOWN, context, Purpose::Page) {
        used.push(key);
        used.extend(title);
        return Some(by_address(to, words.map(|words| html::text(&words)), json, context));
    }
    let (key, to) = address(json, LED_TO, context, Purpose::Link)?;
    used.push(key);
    used.extend(title);
    let words = words.map_or_else(|| plain(to.as_str().to_owned()), |words| html::inlines(&words, None));
    paragraph(link(words, Some(to)))
}

/// The first member that is a full address. (A path alone may be anything.)
fn address(
    json: &Json,
    keys: &[&'static str],
    context: &BodyContext<'_>,
    purpose: Purpose,
) -> Option<(&'static str, Address)> {
    keys.iter().find_map(|key| {
        let value = json.get(key);
        let raw = value.trimmed().or_else(|| value.line("url"))?;
        around(&raw, "//")?;
        Some((*key, context.resolved(&raw, purpose)?))
    })
}

/// The address of the picture that an object is, or contains as its file. `is_named` means that its name says so.
#[inline(never)]
pub(super) fn picture(json: &Json, context: &BodyContext<'_>, is_named: bool) -> Option<Address> {
    if !json.is_object() {
        return None;
    }
    let file = json.get("file");
    // If all languages were requested, the file is nested in one member a language.
    let of_language = file.values_within(1).into_iter().next().unwrap_or_else(Json::null);
    for place in [json, &json.get("asset"), &json.get("responsiveImage"), &file, &of_language] {
        if let Some(src) = context.address(place, &["url", "src", "filename"], Purpose::Image)
            && match first_text(place, TYPES) {
                Some(kind) => kind.starts_with("image"),
                None => ends(&src, PICTURES) || is_named && !ends(&src, FILMS) && !ends(&src, RECORDINGS),
            }
        {
            return Some(src);
        }
    }
    None
}

/// A picture, with the texts about it from some objects.
#[inline(never)]
pub(super) fn image(src: Address, places: &[&Json], context: &BodyContext<'_>) -> Image {
    let mut image = Image::new(src);
    for place in places {
        for path in EXTENTS {
            let inside = if path.is_empty() { (*place).clone() } else { place.at(path) };
            image.width = image.width.or_else(|| whole(&inside, "width").filter(|px| *px > 0));
            image.height = image.height.or_else(|| whole(&inside, "height").filter(|px| *px > 0));
        }
        let sizes =
            first_text(place, &["srcset", "srcSet"]).or_else(|| place.at("responsiveImage.srcSet").trimmed());
        image.srcset = image.srcset.or_else(|| srcset(&sizes?, context.base));
    }
    if image.width.is_none() {
        (image.width, image.height) = named_extent(image.src.path()).unzip();
    }
    let alternatives = words(places, ALTERNATIVES);
    let titles = words(places, &["title"]);
    image.alt = alternatives.into_iter().next().or_else(|| titles.into_iter().next()).unwrap_or_default();
    for text in words(places, CAPTIONS) {
        if text != image.alt {
            if !image.caption.is_empty() {
                image.caption.push(line_break());
            }
            image.caption.extend(html::inlines(&text, context.base));
        }
    }
    let credits = words(places, CREDITS);
    image.credit = (!credits.is_empty()).then(|| html::text(&joined(&credits, ", ")));
    image
}

/// A gallery of the pictures in some lists of a block; `None` if the budget is spent.
pub(super) fn gallery(
    block: &Json,
    lists: &[&str],
    caption: Vec<Inline>,
    context: &BodyContext<'_>,
    picture: impl Fn(&Json) -> Option<Image>,
) -> Option<Block> {
    let mut images = Vec::new();
    for list in lists {
        for item in block.get(list).items() {
            if !context.budget.take() {
                return None;
            }
            images.extend(picture(&item));
        }
    }
    Some(BlockKind::Gallery { images, caption }.into())
}

/// The texts under some names in some objects, without duplicates.
fn words(places: &[&Json], keys: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for place in places {
        for holder in [*place, &place.get("asset"), &place.get("responsiveImage")] {
            for key in keys {
                if let Some(text) = holder.line(key)
                    && !words.contains(&text)
                {
                    words.push(text);
                }
            }
        }
    }
    words
}

/// The size in the name of a file, as Sanity and Storyblok write it: `…-1200x800.jpg`, `…/1200x800/…`.
fn named_extent(path: &str) -> Option<(u32, u32)> {
    let part = pieces(path, "-./").find(|part| part.len() < 12 && around(part, "x").is_some())?;
    let (width, height) = around(part, "x")?;
    Some((number::whole(width, 10)?, number::whole(height, 10)?))
}

/// Returns true if the path of an address has one of these extensions.
fn ends(address: &Address, ends: &str) -> bool {
    has_word(ends, &end(address.path()))
}

/// Returns true if a text is the name of a file.
fn is_file(text: &str) -> bool {
    let end = end(text);
    end.len() < text.len() && [PICTURES, FILMS, RECORDINGS].iter().any(|ends| has_word(ends, &end))
}

/// The extension of a name.
fn end(name: &str) -> String {
    pieces(name, ".").last().unwrap_or_default().to_ascii_lowercase()
}

/// A block for an address, by its extension: a video, a recording, or a page of another site.
#[inline(never)]
pub(super) fn by_address(
    to: Address,
    title: Option<String>,
    json: &Json,
    context: &BodyContext<'_>,
) -> Block {
    let (is_film, is_recording) = (ends(&to, FILMS), ends(&to, RECORDINGS));
    if !is_film && !is_recording {
        return embed(&to, title);
    }
    let poster = context.address(json, &["poster", "thumbnailUrl", "thumbnail"], Purpose::Image);
    let media = Media { caption: plain(title.unwrap_or_default()), poster, ..Media::new(to) };
    if is_film { BlockKind::Video(media).into() } else { BlockKind::Audio(media).into() }
}
