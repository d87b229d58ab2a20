//! The Guardian's content API (<https://open-platform.theguardian.com/documentation/item>): an item, or a list of
//! items. The text is HTML in `fields.body`, or elements in `blocks`, which are more detailed.

mod element;
mod picture;

use super::compose::Budget;
use super::limit::{NAMES_MAX, TEASERS_MAX};
use super::native::{address, date};
use super::updates::{UPDATES_MAX, Updates};
use super::{Context, SourceError, excerpt, html, label, title};
use crate::article::{Access, Article, Block, BlockKind, Image, Label, Named, Teaser, Update, Weight};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::{concat, trimmed};
use element::Elements;

/// Reads an item, or the first of a list, whose others are related.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let response = response(json);
    if let Some(message) = response.line("message").filter(|_| response.get("content").is_null()) {
        return Err(SourceError::malformed("guardian", &concat(&["the server answered ", &message])));
    }
    let items = items(&response);
    let Some((item, others)) = items.split_first() else {
        return Err(SourceError::malformed("guardian", "no item in the list"));
    };
    let fields = item.get("fields");
    let url = page(item, context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let budget = Budget::new();
    let elements = Elements { base, item, budget: &budget };
    let blocks = item.at("blocks.body");
    let too_large = || SourceError::too_large("guardian: more than 20,000 elements");
    let mut updates = Vec::new();
    let mut body = if blocks.is_array() && item.line("type").as_deref() == Some("liveblog") {
        updates = self::updates(&blocks, elements).ok_or_else(too_large)?;
        Vec::new()
    } else if blocks.is_array() {
        self::blocks(&blocks, elements).ok_or_else(too_large)?
    } else if let Some(markup) = fields.line("body") {
        let mut body = html::blocks(&markup, base)?;
        body.extend(elements.atoms().unwrap_or_default());
        body
    } else {
        return Err(SourceError::missing("guardian", "fields.body or blocks.body"));
    };
    let image = lead(item, elements, &mut body);
    let standfirst = standfirst(&fields);
    let title = title::title(headline(item), &body, standfirst.as_deref());
    let mut related = Vec::new();
    for list in ["relatedContent", "storyPackage"] {
        related.extend(response.get(list).items().iter().filter_map(|item| teaser(item, base)));
    }
    related.extend(others.iter().filter_map(|item| teaser(item, base)));
    related.truncate(TEASERS_MAX);
    Ok(Article {
        id: item.identifier("id"),
        language: fields.line("lang").and_then(|text| language::tag(&text)),
        section: section(item, base),
        tags: tagged(item, "keyword", base),
        label: label(item),
        access: access(&fields),
        title: title.ok_or_else(|| SourceError::missing("guardian", "webTitle"))?,
        summary: excerpt::summary(standfirst, &body),
        authors: authors(item, base),
        published_at: date(item, "webPublicationDate"),
        modified_at: date(&fields, "lastModified"),
        image,
        body,
        updates,
        related,
        url,
        ..Article::default()
    })
}

/// Reads a list of items, or those that an item names, as teasers.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let response = response(json);
    let lists = ["relatedContent", "storyPackage", "results", "editorsPicks", "mostViewed"];
    let mut items: Vec<Json> = lists.iter().flat_map(|list| response.get(list).items()).collect();
    if items.is_empty() {
        items = self::items(&response);
    }
    items.iter().filter_map(|item| teaser(item, context.base.as_ref())).take(TEASERS_MAX).collect()
}

fn response(json: &Json) -> Json {
    let response = json.get("response");
    if response.is_null() { json.clone() } else { response }
}

/// The items of an answer: one, or a list.
fn items(response: &Json) -> Vec<Json> {
    let (one, list) = (response.get("content"), response.get("results"));
    if response.is_array() {
        response.items()
    } else if one.is_object() {
        vec![one]
    } else if list.is_array() {
        list.items()
    } else {
        vec![response.clone()]
    }
}

fn teaser(item: &Json, base: Option<&Address>) -> Option<Teaser> {
    let url = page(item, base)?;
    let fields = item.get("fields");
    let summary =
        fields.line("trailText").or_else(|| fields.line("standfirst")).map(|text| html::text(&text));
    let mut summary = summary.filter(|text| !text.is_empty());
    Some(Teaser {
        title: title::on_card(headline(item), &mut summary)?,
        section: item.line("sectionName"),
        label: label(item),
        summary,
        image: picture::attached(item, base).or_else(|| thumbnail(&fields, base)),
        published_at: date(item, "webPublicationDate"),
        url,
    })
}

/// The headline. (`webTitle` has the author's name appended.)
fn headline(item: &Json) -> Option<String> {
    let title = item.get("fields").line("headline").or_else(|| item.line("webTitle"))?;
    let title = html::text(&title);
    (!title.is_empty()).then_some(title)
}

fn page(item: &Json, base: Option<&Address>) -> Option<Address> {
    address(item, "webUrl", base, Purpose::Page)
}

fn thumbnail(fields: &Json, base: Option<&Address>) -> Option<Image> {
    let of = |key: &str| address(fields, key, base, Purpose::Image);
    of("secureThumbnail").or_else(|| of("thumbnail")).map(Image::new)
}

fn section(item: &Json, base: Option<&Address>) -> Option<Named> {
    let url = address(&item.get("section"), "webUrl", base, Purpose::Page).or_else(|| {
        let id = item.line("sectionId")?;
        resolve(&concat(&["/", &id]), base, Purpose::Page).filter(|_| page(item, base).is_some())
    });
    Some(Named { name: item.line("sectionName")?, url })
}

fn tagged(item: &Json, kind: &str, base: Option<&Address>) -> Vec<Named> {
    let mut tags = Vec::new();
    for tag in item.get("tags").items_within(NAMES_MAX) {
        if tag.line("type").as_deref() == Some(kind)
            && let Some(name) = tag.line("webTitle")
        {
            tags.push(Named { name, url: address(&tag, "webUrl", base, Purpose::Page) });
        }
    }
    tags
}

/// The contributors, who have pages; else the byline as it stands.
fn authors(item: &Json, base: Option<&Address>) -> Vec<Named> {
    let contributors = tagged(item, "contributor", base);
    if !contributors.is_empty() {
        return contributors;
    }
    let byline = item.get("fields").line("byline").map(|text| html::text(&text));
    byline.map(|name| Named { name, url: None }).into_iter().collect()
}

fn label(item: &Json) -> Option<Label> {
    if item.get("isHosted").boolean() == Some(true) || !tagged(item, "paid-content", None).is_empty() {
        return Some(label::of_kind("sponsored"));
    }
    let tones = tagged(item, "tone", None);
    let live = item.line("type").filter(|kind| kind == "liveblog");
    live.and(Some("live"))
        .or_else(|| tones.iter().find_map(|tone| label::kind(&tone.name)))
        .map(label::of_kind)
}

fn access(fields: &Json) -> Access {
    match fields.line("membershipAccess").as_deref() {
        Some("members-only" | "paid-members-only") => Access::Subscriber,
        _ => Access::Free,
    }
}

fn standfirst(fields: &Json) -> Option<String> {
    let markup = fields.line("standfirst").or_else(|| fields.line("trailText"))?;
    let text = html::text(&markup);
    let text = trimmed(&text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The elements of all blocks, each under its title or a break.
fn blocks(blocks: &Json, elements: Elements<'_>) -> Option<Vec<Block>> {
    let mut body: Vec<Block> = Vec::new();
    for block in published(blocks) {
        match title_of(&block) {
            Some(title) => body.extend(super::compose::heading(2, html::inlines(&title, elements.base))),
            None if body.is_empty() => {}
            None => body.push(BlockKind::Divider {}.into()),
        }
        body.extend(elements.block(&block)?);
    }
    Some(body)
}

/// The blocks of a live blog are its updates.
fn updates(blocks: &Json, elements: Elements<'_>) -> Option<Vec<Update>> {
    let mut updates = Updates::beside(Weight::default());
    for block in published(blocks).take(UPDATES_MAX) {
        let body = elements.block(&block)?;
        let title = title_of(&block).map(|title| html::text(&title)).filter(|title| !title.is_empty());
        if body.is_empty() && title.is_none() {
            continue;
        }
        let published_at = ["firstPublishedDate", "publishedDate", "createdDate"];
        let published_at = published_at.iter().find_map(|key| date(&block, key));
        let is_set = |key: &str| {
            let value = block.at(key);
            value.boolean() == Some(true) || value.text().is_some_and(|text| text == "true")
        };
        let pinned = ["attributes.keyEvent", "attributes.pinned", "attributes.summary"];
        let pinned = pinned.into_iter().any(is_set);
        let author = block.get("contributors").items().first().and_then(|one| one.line("webTitle"));
        let author = author.map(|name| Named { name, url: None });
        let id = block.identifier("id").or_else(|| published_at.clone()).unwrap_or_default();
        if !updates.take(Update { id, published_at, title, body, author, pinned }) {
            break;
        }
    }
    Some(updates.taken())
}

fn published(blocks: &Json) -> impl Iterator<Item = Json> {
    blocks.items().into_iter().filter(|block| block.get("published").boolean() != Some(false))
}

fn title_of(block: &Json) -> Option<String> {
    block.line("title").or_else(|| block.at("attributes.title").trimmed())
}

/// The main picture. If the main element is a video or a chart, it opens the body.
fn lead(item: &Json, elements: Elements<'_>, body: &mut Vec<Block>) -> Option<Image> {
    let block = item.at("blocks.main");
    let mut main = elements.block(&block).unwrap_or_default();
    if main.is_empty() {
        let markup = item.at("fields.main").text().unwrap_or_default();
        main = html::blocks(&markup, elements.base).unwrap_or_default();
    }
    let mut image = picture::attached(item, elements.base);
    let mut others = Vec::new();
    for block in main {
        match block.kind {
            BlockKind::Image(found) if others.is_empty() => {
                // The attached picture has more sizes.
                image = match image.filter(|attached| attached.srcset.is_some() && found.srcset.is_none()) {
                    Some(attached) => Some(Image {
                        alt: found.alt,
                        caption: found.caption,
                        credit: found.credit.or(attached.credit),
                        ..attached
                    }),
                    None => Some(found),
                };
            }
            _ => others.push(block),
        }
    }
    let opens_otherwise = !others.is_empty();
    others.append(body);
    *body = others;
    image.or_else(|| thumbnail(&item.get("fields"), elements.base).filter(|_| !opens_otherwise))
}

#[cfg(test)]
mod tests;
