//! Pictures, videos and recordings: renditions of an item, or of its associations.

use super::texts::{Texts, either, headline};
use crate::article::{Block, BlockKind, Image, Inline, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{plain, whole};
use crate::source::limit::SIZES_MAX;
use crate::source::rendition::{self, Rendition};
use crate::source::{SourceError, html};
use crate::text::search::{around, concat};

/// The most associations of an item.
const ASSOCIATIONS_MAX: usize = 100;

/// Names of associations for the lead image, the best first.
const LEADS: &[&str] = &["featuremedia", "featured", "lead", "main"];

/// The entries of a list, or the members of an object, which 1.x has in place of a list.
fn each(json: &Json) -> Vec<Json> {
    if json.is_array() { json.items_within(SIZES_MAX) } else { json.values_within(SIZES_MAX) }
}

/// The associations of an item, each with its name.
fn associations(item: &Json) -> Vec<(String, Json)> {
    let associations = item.get("associations");
    let list = associations.items().into_iter().map(|other| (other.line("name").unwrap_or_default(), other));
    let members = associations.keys().into_iter().map(|name| (name.clone(), associations.get(&name)));
    list.chain(members).take(ASSOCIATIONS_MAX).collect()
}

/// The lead image: the item's own, or that of an association.
pub(super) fn lead(item: &Json, base: Option<&Address>) -> Option<Image> {
    let own = picture(item, base);
    if own.is_some() {
        return own;
    }
    let associations = associations(item);
    let named = LEADS.iter().find_map(|lead| {
        associations
            .iter()
            .find(|(name, _)| name.starts_with(lead))
            .and_then(|(_, other)| picture(other, base))
    });
    // Those in the text have names that the editor gave.
    let free = associations.iter().filter(|(name, _)| !name.starts_with("editor"));
    named.or_else(|| free.filter_map(|(_, other)| picture(other, base)).next())
}

/// The picture of an item, from all its sizes.
fn picture(item: &Json, base: Option<&Address>) -> Option<Image> {
    if item.line("type").is_some_and(|kind| !matches!(kind.as_str(), "picture" | "graphic" | "image")) {
        return None;
    }
    let mut sizes = Vec::new();
    for rendition in each(&item.get("renditions")) {
        let kind = either(&rendition, &["contentType", "contenttype", "mimetype", "mimeType"]);
        if kind.is_none_or(|kind| kind.starts_with("image"))
            && let Some(url) = rendition.line("href")
        {
            let (width, height) = (whole(&rendition, "width"), whole(&rendition, "height"));
            sizes.push(Rendition { url, width: width.unwrap_or(0), height: height.unwrap_or(0) });
        }
    }
    let mut image = rendition::picture(sizes, base)?;
    let alt = either(item, &["alttext", "altText", "alt", "body_text"]);
    image.alt = alt.or_else(|| headline(item)).unwrap_or_default();
    image.caption = caption(item, base);
    let by = either(item, &["byline", "by"]);
    let holder =
        either(item, &["copyrightholder", "copyrightHolder"]).filter(|holder| Some(holder) != by.as_ref());
    image.credit = match (by, holder) {
        (Some(by), Some(holder)) => Some(concat(&[&by, " / ", &holder])),
        (by, holder) => by.or(holder),
    };
    Some(image)
}

/// The caption of a picture or a video.
fn caption(item: &Json, base: Option<&Address>) -> Vec<Inline> {
    match Texts::of(item, "description", "descriptions").line() {
        Some(text) if around(&text, "<").is_some() => html::inlines(&text, base),
        text => plain(text.unwrap_or_default()),
    }
}

/// The video or the recording of an item.
pub(super) fn media(item: &Json, base: Option<&Address>) -> Option<Block> {
    let kind = item.line("type")?;
    let prefix = match kind.as_str() {
        "video" => "video/",
        "audio" => "audio/",
        _ => return None,
    };
    let renditions = each(&item.get("renditions"));
    let file = renditions.iter().find_map(|rendition| {
        let kind = either(rendition, &["contentType", "contenttype", "mimetype", "mimeType"])?;
        let href = resolve(&rendition.line("href")?, base, Purpose::Page)?;
        kind.starts_with(prefix).then_some((href, rendition))
    });
    let (src, rendition) = file?;
    let mut media = Media::new(src);
    media.duration = whole(rendition, "duration");
    media.caption = caption(item, base);
    Some(if kind == "video" { BlockKind::Video(media) } else { BlockKind::Audio(media) }.into())
}

/// The other associations, which stand after the text: pictures, videos and recordings that are not in it, and texts
/// as boxes.
pub(super) fn associated(
    item: &Json,
    lead: Option<&Image>,
    body: &[Block],
    base: Option<&Address>,
) -> Result<(Vec<Block>, Vec<Block>), SourceError> {
    let (mut pictures, mut sidebars) = (Vec::new(), Vec::new());
    let is_lead = |image: &Image| lead.is_some_and(|lead| lead.src == image.src);
    let in_text = |image: &Image| {
        body.iter().any(|block| match &block.kind {
            BlockKind::Image(other) => other.src == image.src,
            BlockKind::Gallery { images, .. } => images.iter().any(|other| other.src == image.src),
            _ => false,
        })
    };
    for (name, other) in associations(item) {
        if name.starts_with("editor") {
            continue;
        }
        if let Some(image) = picture(&other, base) {
            if !is_lead(&image) && !in_text(&image) {
                pictures.push(BlockKind::Image(image).into());
            }
        } else if let Some(block) = media(&other, base) {
            pictures.push(block);
        } else {
            let body = Texts::of(&other, "body", "bodies").blocks(base)?;
            if !body.is_empty() {
                sidebars.push(BlockKind::Callout { title: headline(&other), body }.into());
            }
        }
    }
    Ok((pictures, sidebars))
}
