//! JSON Feed, versions 1 and 1.1 (<https://www.jsonfeed.org/version/1.1/>): one item, or a feed whose first item is the
//! article and whose other items are the related ones.

use super::limit::{ATTACHMENTS_MAX, ENTRIES_MAX, TEASERS_MAX};
use super::native::{self, image, named, named_list};
use super::paragraph::paragraphs;
use super::{Context, SourceError, excerpt, file, html, title};
use crate::article::{Article, Block, BlockKind, Image, Inline, Media, Named, Teaser};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::text::date::lenient;
use crate::text::language;
use crate::text::search::{around, trimmed};

/// Returns true if a document shows the marks of a feed or of an item.
pub(super) fn is_marked(json: &Json) -> bool {
    let versioned =
        json.line("version").is_some_and(|version| around(&version, "//jsonfeed.org/version/").is_some());
    versioned || has_content(json) || has_content(&json.get("items").first())
}

fn has_content(item: &Json) -> bool {
    item.get("content_html").text().is_some() || item.get("content_text").text().is_some()
}

/// Reads an item, or the first item of a feed.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let items = items(json);
    let Some((item, others)) = items.split_first() else {
        return Err(SourceError::malformed("json-feed", "no item in the feed"));
    };
    let url = page(item, context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let mut body = text(item, base)?;
    let attached = || attached(item, base).filter(|image| !file::is_shown(image, &body));
    let mut picture = picture(item, base).or_else(attached);
    lead(&mut body, &mut picture);
    attachments(item, base, &mut body);
    if body.is_empty() && !has_content(item) {
        // A feed states its version, an item does not.
        let feed = !json.get("version").is_null() && !json.get("items").is_array();
        return Err(SourceError::missing("json-feed", if feed { "items" } else { "content_html" }));
    }
    let summary = line(item, "summary");
    let title = title::title(line(item, "title"), &body, summary.as_deref());
    Ok(Article {
        id: item.identifier("id"),
        language: language(item).or_else(|| language(json)),
        title: title.ok_or_else(|| SourceError::missing("json-feed", "title"))?,
        summary: excerpt::summary(summary, &body),
        authors: authors(item, base).or_else(|| authors(json, base)).unwrap_or_default(),
        tags: named_list(&item.get("tags"), base).into_iter().map(unescaped_name).collect(),
        published_at: date(item, "date_published"),
        modified_at: date(item, "date_modified"),
        image: picture,
        body,
        related: others
            .iter()
            .filter_map(|item| teaser(item, context.base.as_ref()))
            .take(TEASERS_MAX)
            .collect(),
        url,
        ..Article::default()
    })
}

/// The text: HTML, else plain.
fn text(item: &Json, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
    match (content(item, "content_html"), content(item, "content_text")) {
        (Some(html), _) => html::blocks(&html, base),
        (None, Some(text)) => Ok(paragraphs(&text)),
        (None, None) => Ok(Vec::new()),
    }
}

/// A text of any length, if it is not empty.
fn content(item: &Json, key: &str) -> Option<String> {
    item.get(key).text().filter(|text| !trimmed(text).is_empty())
}

/// The language of an item or a feed.
fn language(holder: &Json) -> Option<String> {
    language::tag(&holder.line("language")?)
}

/// Reads the items of a feed, of an array, or the one item, as teasers; what has no address or no words is left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    items(json).iter().filter_map(|item| teaser(item, context.base.as_ref())).take(TEASERS_MAX).collect()
}

fn items(json: &Json) -> Vec<Json> {
    let list = json.get("items");
    if json.is_array() {
        json.items_within(ENTRIES_MAX)
    } else if list.is_array() {
        list.items_within(ENTRIES_MAX)
    } else {
        vec![json.clone()]
    }
}

fn teaser(item: &Json, base: Option<&Address>) -> Option<Teaser> {
    let url = page(item, base)?;
    let (mut summary, own) = (line(item, "summary"), line(item, "title"));
    Some(Teaser {
        title: own
            .or_else(|| title::opening(&text(item, None).ok()?))
            .or_else(|| title::on_card(None, &mut summary))?,
        section: None,
        label: None,
        summary,
        image: picture(item, Some(&url)).or_else(|| attached(item, Some(&url))),
        published_at: date(item, "date_published"),
        url,
    })
}

/// The address of an item: its own, else the external one, else its identifier if that is an address.
fn page(item: &Json, base: Option<&Address>) -> Option<Address> {
    let address = |key: &str, base| native::address(item, key, base, Purpose::Page);
    address("url", base).or_else(|| address("external_url", base)).or_else(|| address("id", None))
}

/// A plain text. Many feeds escape it as HTML nevertheless.
fn line(item: &Json, key: &str) -> Option<String> {
    item.line(key).map(html::unescaped)
}

fn unescaped_name(named: Named) -> Named {
    Named { name: html::unescaped(named.name), url: named.url }
}

/// A date in any form.
fn date(item: &Json, key: &str) -> Option<String> {
    lenient::moment(&item.line(key)?)
}

/// The authors; version 1 knew one only.
fn authors(holder: &Json, base: Option<&Address>) -> Option<Vec<Named>> {
    let mut authors = named_list(&holder.get("authors"), base);
    if authors.is_empty() {
        authors.extend(named(&holder.get("author"), base));
    }
    (!authors.is_empty()).then(|| authors.into_iter().map(unescaped_name).collect())
}

fn picture(item: &Json, base: Option<&Address>) -> Option<Image> {
    image(&item.get("image"), base).or_else(|| image(&item.get("banner_image"), base))
}

/// The first picture among the attachments, for an item that names no other.
fn attached(item: &Json, base: Option<&Address>) -> Option<Image> {
    let attachments = item.get("attachments").items_within(ATTACHMENTS_MAX);
    let is_picture =
        |attachment: &&Json| attachment.line("mime_type").is_some_and(|mime| mime.starts_with("image/"));
    let attachment = attachments.iter().find(is_picture)?;
    let mut image = Image::new(native::address(attachment, "url", base, Purpose::Image)?);
    image.caption = line(attachment, "title").map(Inline::Text).into_iter().collect();
    Some(image)
}

/// Removes a picture at the beginning of a body that is the lead image, and adds its size, caption and alternative
/// text to that.
pub(super) fn lead(body: &mut Vec<Block>, picture: &mut Option<Image>) {
    let Some(Block { kind: BlockKind::Image(first), .. }) = body.first_mut() else { return };
    if let Some(lead) = picture
        && first.src == lead.src
    {
        std::mem::swap(first, lead);
        // The lead image's own texts come first, then those from the body.
        lead.credit = lead.credit.take().or(first.credit.take());
        lead.srcset = lead.srcset.take().or(first.srcset.take());
        if lead.caption.is_empty() {
            lead.caption.append(&mut first.caption);
        }
        body.remove(0);
    }
}

/// Recordings and videos. They are added at the end, unless the text contains them.
fn attachments(item: &Json, base: Option<&Address>, body: &mut Vec<Block>) {
    let mut there: Vec<Address> = Vec::new();
    for block in body.iter() {
        if let BlockKind::Audio(media) | BlockKind::Video(media) = &block.kind
            && there.len() < ATTACHMENTS_MAX
        {
            there.push(media.src.clone());
        }
    }
    for attachment in item.get("attachments").items_within(ATTACHMENTS_MAX) {
        let mime = attachment.line("mime_type").unwrap_or_default();
        let Some(src) = native::address(&attachment, "url", base, Purpose::Page) else { continue };
        if there.contains(&src) {
            continue;
        }
        there.push(src.clone());
        let media = Media {
            duration: attachment.count("duration_in_seconds"),
            caption: line(&attachment, "title").map(Inline::Text).into_iter().collect(),
            ..Media::new(src)
        };
        if mime.starts_with("audio/") {
            body.push(BlockKind::Audio(media).into());
        } else if mime.starts_with("video/") {
            body.push(BlockKind::Video(media).into());
        }
    }
}

#[cfg(test)]
mod tests;
