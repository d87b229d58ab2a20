//! IPTC's ninjs (<https://www.iptc.org/std/ninjs/>), the format of agencies and Superdesk. 1.x has a member for each
//! form of a text (`body_html`, `headline`), 2.x has lists of texts (`bodies`, `headlines`), and 3.x is the same in
//! camel case.

mod picture;
mod texts;

use super::limit::{NAMES_MAX, TEASERS_MAX};
use super::native::{address, date};
use super::{Context, SourceError, excerpt, html, label, title};
use crate::article::{Article, Block, BlockKind, Inline, Label, Named, Teaser, plain_text};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::trimmed;
use texts::{Texts, either, headline};

/// Reads an item, or the first of a list, whose others are related.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let items = items(json);
    let Some((item, others)) = items.split_first() else {
        return Err(SourceError::malformed("ninjs", "no item in the list"));
    };
    // An item that an agency has cancelled must not be published.
    if either(item, &["pubstatus", "pubStatus"]).is_some_and(|status| status.eq_ignore_ascii_case("canceled"))
    {
        return Err(SourceError::malformed("ninjs", "the item is canceled"));
    }
    let url = page(item);
    let base = url.as_ref().or(context.base.as_ref());
    let texts = Texts::of(item, "body", "bodies");
    let descriptions = Texts::of(item, "description", "descriptions");
    let mut body = texts.blocks(base)?;
    let described = body.is_empty();
    if described {
        body = descriptions.blocks(base)?;
    }
    let media = picture::media(item, base);
    if body.is_empty() && media.is_none() && texts.is_empty() {
        return Err(SourceError::missing("ninjs", "body_html or bodies"));
    }
    let headline = headline(item);
    if let Some(headline) = &headline {
        without_title(&mut body, headline);
    }
    let description = descriptions.line();
    let title = title::title(headline, &body, description.as_deref());
    let image = picture::lead(item, base);
    let (pictures, sidebars) = picture::associated(item, image.as_ref(), &body, base)?;
    body.splice(0..0, media);
    body.extend(pictures);
    body.extend(sidebars);
    let (created, changed) = (created(item), changed(item));
    Ok(Article {
        id: ["uri", "guid", "id"].iter().find_map(|key| item.identifier(key)),
        language: item.line("language").and_then(|text| language::tag(&text)),
        section: item.get("service").first().line("name").map(|name| Named { name, url: None }),
        tags: tags(item),
        label: label(item),
        summary: if described { None } else { excerpt::summary(description, &body) },
        authors: authors(item, base),
        published_at: created.clone().or_else(|| changed.clone()),
        modified_at: changed.filter(|_| created.is_some()),
        related: others.iter().filter_map(|other| teaser(other, base)).take(TEASERS_MAX).collect(),
        title: title.ok_or_else(|| SourceError::missing("ninjs", "headline"))?,
        image,
        body,
        url,
        ..Article::default()
    })
}

/// Reads a list of items as teasers; what has no address that leads somewhere is left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    items(json).iter().filter_map(|item| teaser(item, context.base.as_ref())).take(TEASERS_MAX).collect()
}

/// The items of a document. Superdesk and others wrap lists.
fn items(json: &Json) -> Vec<Json> {
    let lists =
        [json.clone(), json.get("_items"), json.get("items"), json.get("item"), json.at("data.items")];
    let items = match lists.iter().find(|list| list.is_array()) {
        Some(list) => list.items(),
        None => vec![json.clone()],
    };
    // AP wraps each item in an object.
    let within = |item: Json| if item.get("item").is_object() { item.get("item") } else { item };
    items.into_iter().map(within).collect()
}

fn teaser(item: &Json, base: Option<&Address>) -> Option<Teaser> {
    // A teaser needs an address, so an identifier that is one is accepted here.
    let url = page(item).or_else(|| {
        let raw = either(item, &["uri", "guid"])?;
        resolve(&raw, None, Purpose::Page)
    })?;
    let mut summary = Texts::of(item, "description", "descriptions").line();
    Some(Teaser {
        title: title::on_card(headline(item), &mut summary)?,
        section: item.get("service").first().line("name"),
        label: label(item),
        summary,
        image: picture::lead(item, base),
        published_at: created(item).or_else(|| changed(item)),
        url,
    })
}

fn created(item: &Json) -> Option<String> {
    ["firstpublished", "firstcreated", "firstCreated", "contentCreated", "contentcreated"]
        .iter()
        .find_map(|key| date(item, key))
}

fn changed(item: &Json) -> Option<String> {
    date(item, "versioncreated").or_else(|| date(item, "versionCreated"))
}

/// The page of an item. (`uri` is an identifier, which mostly leads nowhere.)
fn page(item: &Json) -> Option<Address> {
    ["canonicalurl", "canonicalUrl", "url", "link"]
        .iter()
        .find_map(|key| address(item, key, None, Purpose::Page))
}

fn label(item: &Json) -> Option<Label> {
    let genres = ["genre", "genres"].map(|key| item.get(key).items()).concat();
    genres.iter().find_map(|genre| label::kind(&genre.line("name")?)).map(label::of_kind)
}

/// The authors: those listed, else the byline.
fn authors(item: &Json, base: Option<&Address>) -> Vec<Named> {
    let mut authors = Vec::new();
    for author in item.get("authors").items_within(NAMES_MAX) {
        if let Some(name) = author.line("name") {
            authors.push(Named { name, url: address(&author, "url", base, Purpose::Page) });
        }
    }
    if authors.is_empty() {
        let byline = either(item, &["byline", "by"]).map(|text| html::text(&text));
        authors.extend(byline.filter(|name| !name.is_empty()).map(|name| Named { name, url: None }));
    }
    authors
}

/// The subjects, the keywords, and the people, places and organisations.
fn tags(item: &Json) -> Vec<Named> {
    let mut tags: Vec<Named> = Vec::new();
    let mut add = |name: Option<String>| {
        if let Some(name) = name
            && tags.len() < NAMES_MAX
            && !tags.iter().any(|tag| tag.name == name)
        {
            tags.push(Named { name, url: None });
        }
    };
    for key in ["subject", "subjects"] {
        item.get(key).items_within(NAMES_MAX).iter().for_each(|subject| add(subject.line("name")));
    }
    item.get("keywords")
        .items_within(NAMES_MAX)
        .iter()
        .for_each(|keyword| add(keyword.trimmed().or_else(|| keyword.line("name"))));
    for key in [
        "person",
        "people",
        "organisation",
        "organisations",
        "place",
        "places",
        "event",
        "events",
        "object",
        "objects",
    ] {
        for entity in item.get(key).items_within(NAMES_MAX) {
            if entity.line("rel").as_deref() == Some("about") {
                add(entity.line("name"));
            }
        }
    }
    tags
}

/// Removes the headline from a text that repeats it, as some agencies send it.
fn without_title(body: &mut Vec<Block>, title: &str) {
    let is_title = |content: &[Inline]| {
        let mut text = String::new();
        plain_text(content, &mut text);
        trimmed(&text) == title
    };
    let first = body.first().map(|block| &block.kind);
    if body.len() > 1
        && let Some(BlockKind::Heading { content, .. } | BlockKind::Paragraph { content }) = first
        && is_title(content)
    {
        body.remove(0);
    }
}

#[cfg(test)]
mod tests;
