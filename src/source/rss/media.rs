//! Attachments of an item: enclosures, Media RSS (<https://www.rssboard.org/media-rss>), and the elements of
//! podcasts.

use super::xml::Element;
use crate::article::{Block, BlockKind, Image, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::compose::plain;
use crate::source::html;
use crate::source::rendition::{self, Rendition};
use crate::text::number;
use crate::text::search::{before, pieces, trimmed};

/// The most attachments of one item.
const ATTACHMENTS_MAX: usize = 100;

/// The contents of Media RSS, also in groups, each with the element around it.
fn contents(item: &Element) -> Vec<(&Element, &Element)> {
    let own = item.children("media:content").map(|content| (content, item));
    let groups = item.children("media:group");
    let grouped =
        groups.flat_map(|group| group.children("media:content").map(move |content| (content, group)));
    own.chain(grouped).take(ATTACHMENTS_MAX).collect()
}

/// An element of a content, else of the group or the item around it.
fn element_of<'a>(content: &'a Element, around: &'a Element, name: &'a str) -> Option<&'a Element> {
    content.child(name).or_else(|| around.child(name))
}

fn is(content: &Element, medium: &str) -> bool {
    let kind = content.attribute("type").unwrap_or_default();
    content.attribute("medium") == Some(medium) || before(kind, "/") == medium
}

fn count(element: &Element, name: &str) -> u32 {
    element.attribute(name).and_then(|text| number::whole(text, 10)).unwrap_or(0)
}

/// Returns true for a picture; without a type, by the extension of its address.
fn is_picture(content: &Element) -> bool {
    let untyped = content.attribute("medium").is_none() && content.attribute("type").is_none();
    let path = before(content.attribute("url").unwrap_or_default(), "?#").to_ascii_lowercase();
    is(content, "image")
        || untyped
            && [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].iter().any(|end| path.ends_with(end))
}

/// The picture of an item: from Media RSS with its texts, else enclosed, else a podcast's, else a thumbnail.
pub(super) fn lead(item: &Element, base: Option<&Address>) -> Option<Image> {
    let size = |element: &Element, url: &str| Rendition {
        url: url.to_owned(),
        width: count(element, "width"),
        height: count(element, "height"),
    };
    let pictures: Vec<_> = contents(item).into_iter().filter(|(content, _)| is_picture(content)).collect();
    let sizes = pictures.iter().filter_map(|(content, _)| Some(size(content, content.attribute("url")?)));
    if let Some(mut image) = rendition::picture(sizes.collect(), base)
        && let Some((content, around)) = pictures.first()
    {
        image.caption = element_of(content, around, "media:description")
            .or_else(|| element_of(content, around, "media:title"))
            .map(|text| html::inlines(trimmed(&text.text()), base))
            .unwrap_or_default();
        image.credit = element_of(content, around, "media:credit")
            .map(|credit| html::text(&credit.text()))
            .filter(|text| !text.is_empty());
        return Some(image);
    }
    let enclosed = item.children("enclosure").find(|enclosure| is(enclosure, "image"));
    let enclosed = enclosed.and_then(|enclosure| enclosure.attribute("url"));
    let linked = item
        .children("atom:link")
        .find(|link| link.attribute("rel") == Some("enclosure") && is(link, "image"));
    let podcast = item.child("itunes:image").and_then(|image| image.attribute("href"));
    let raw = enclosed.or_else(|| linked.and_then(|link| link.attribute("href"))).or(podcast);
    if let Some(image) = raw.and_then(|raw| resolve(raw, base, Purpose::Image)) {
        return Some(Image::new(image));
    }
    let groups = item.children("media:group").flat_map(|group| group.children("media:thumbnail"));
    let inner = contents(item).into_iter().flat_map(|(content, _)| content.children("media:thumbnail"));
    let thumbnails = item.children("media:thumbnail").chain(groups).chain(inner).take(ATTACHMENTS_MAX);
    rendition::picture(
        thumbnails.filter_map(|picture| Some(size(picture, picture.attribute("url")?))).collect(),
        base,
    )
}

/// The text in Media RSS for an item that is a video.
pub(super) fn text(item: &Element) -> Option<String> {
    let group = item.child("media:group");
    item.line("media:text")
        .or_else(|| group?.line("media:description"))
        .or_else(|| item.line("media:description"))
}

/// Videos and recordings. They are added at the end, unless the text contains them.
pub(super) fn append(item: &Element, base: Option<&Address>, body: &mut Vec<Block>) {
    let duration = item.line("itunes:duration").and_then(|text| seconds(&text));
    let enclosures =
        item.children("enclosure").filter_map(|enclosure| Some((enclosure, enclosure.attribute("url")?)));
    let links = item.children("atom:link").filter(|link| link.attribute("rel") == Some("enclosure"));
    let links = links.filter_map(|link| Some((link, link.attribute("href")?)));
    let contents =
        contents(item).into_iter().filter_map(|(content, _)| Some((content, content.attribute("url")?)));
    for (attachment, raw) in enclosures.chain(links).chain(contents).take(ATTACHMENTS_MAX) {
        let film = is(attachment, "video");
        if !film && !is(attachment, "audio") {
            continue;
        }
        let Some(src) = resolve(raw, base, Purpose::Page) else { continue };
        if attachment.attribute("type").is_some_and(|kind| kind.ends_with("shockwave-flash")) {
            if !body.iter().any(|block| matches!(block.kind, BlockKind::Embed { .. })) {
                body.push(crate::source::compose::embed(&src, None));
            }
            continue;
        }
        let is_there = body.iter().any(|block| match &block.kind {
            BlockKind::Audio(media) | BlockKind::Video(media) => {
                media.src == src || media.sources.iter().any(|source| source.src == src)
            }
            _ => false,
        });
        if is_there {
            continue;
        }
        let mut media = Media::new(src);
        media.duration = Some(count(attachment, "duration")).filter(|seconds| *seconds > 0).or(duration);
        let title =
            attachment.line("media:title").or_else(|| attachment.attribute("title").map(str::to_owned));
        media.caption = plain(title.unwrap_or_default());
        body.push(if film { BlockKind::Video(media) } else { BlockKind::Audio(media) }.into());
    }
}

/// The seconds of `1:02:03`, or of a number.
fn seconds(text: &str) -> Option<u32> {
    pieces(text, ":").try_fold(0_u32, |sum, part| sum.checked_mul(60)?.checked_add(number::whole(part, 10)?))
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn a_duration_is_a_clock_or_seconds() {
        assert_eq!(seconds("1:02:03"), Some(3_723));
        assert_eq!(seconds("185"), Some(185));
        assert_eq!(seconds("x"), None);
        assert_eq!(seconds("4294967295:59"), None);
    }
}
