//! Reads this project's own JSON, in what is shipped.
//!
//! It reads field by field and not through `serde`'s visitors. That takes a quarter of the bytes, and a wrong type
//! loses one field and not the article. Natively `serde` reads the same shape into the same model (`tests` below).

mod block;
pub mod entry;
mod field;
mod inline;
mod live;
mod site;

use super::dialect::Dialect;
use super::dialect::entry::Dialects;
use super::html::entry::Markup;
use super::limit::{ENTRIES_MAX, NAMES_MAX, TEASERS_MAX};
use super::{Context, SourceError};
use crate::article::{
    Access, Article, Comments, Correction, Label, Media, Named, Newsletter, NewsletterList, Profile, Summary,
    Teaser,
};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::joined;

pub use block::{blocks, image, inlines};
pub(super) use field::{address, date};
pub use field::{moment, named};
pub use live::{update, updates};
pub use site::merge;

/// Reads an article. Fails if the title, or both `body` and `bodyHtml`, are missing. `markup` reads the latter.
/// `dialects` reads a body of another editor.
pub fn article(
    json: &Json,
    context: &Context,
    markup: Option<Markup>,
    dialects: Option<(Dialects, Dialect)>,
) -> Result<Article, SourceError> {
    if !json.is_object() {
        return Err(SourceError::malformed("native", "the document is no object"));
    }
    let title = json.line("title").ok_or_else(|| SourceError::missing("native", "title"))?;
    let url = address(json, "url", context.base.as_ref(), Purpose::Page);
    let base = url.as_ref().or(context.base.as_ref());
    let sent = json.get("body").unpacked();
    let body = if let Some((dialects, dialect)) = dialects {
        let body = dialects.blocks(dialect, &sent, base);
        body.ok_or_else(|| SourceError::too_large("native: body has more than 20,000 nodes"))?
    } else if sent.is_array() {
        block::body(&sent, base).ok_or_else(|| {
            SourceError::too_large("native: more than 10,000 blocks, or 20,000 parts of blocks")
        })?
    } else if let (Some(text), Some(markup)) = (json.get("bodyHtml").text(), markup) {
        markup.blocks(&text, base)?
    } else if sent.is_object() {
        return Err(SourceError::malformed("native", "body is an object in no dialect that is known"));
    } else if sent.text().is_some() {
        return Err(SourceError::malformed("native", "body is a text; HTML belongs into bodyHtml"));
    } else {
        return Err(SourceError::missing("native", "body"));
    };
    Ok(Article {
        id: json.identifier("id"),
        language: json.line("language").and_then(|text| language::tag(&text)),
        breadcrumbs: named_list(&json.get("breadcrumbs"), base),
        section: named(&json.get("section"), base),
        tags: named_list(&json.get("tags"), base),
        label: label(&json.get("label")),
        correction: correction(&json.get("correction")),
        corrections: corrections(&json.get("corrections")),
        access: match json.line("access").as_deref() {
            Some("metered") => Access::Metered,
            Some("subscriber") => Access::Subscriber,
            _ => Access::Free,
        },
        title,
        summary: summary(&json.get("summary")),
        authors: named_list(&json.get("authors"), base),
        published_at: date(json, "publishedAt"),
        modified_at: date(json, "modifiedAt"),
        image: image(&json.get("image"), base),
        body,
        audio: audio(&json.get("audio"), base),
        updates: live::updates(&json.get("updates"), base, markup),
        updates_url: address(json, "updatesUrl", base, Purpose::Endpoint),
        live_until: date(json, "liveUntil"),
        related: teasers_from(&json.get("related"), base),
        related_url: address(json, "relatedUrl", base, Purpose::Endpoint),
        comments: comments(&json.get("comments"), base),
        newsletter: newsletter(&json.get("newsletter"), base),
        social: social(&json.get("social"), base),
        url,
        word_count: 0,
        time_required: None,
    })
}

/// Reads a list of teasers: an array, or an object that holds one as `related` or `items`.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let list = [json.clone(), json.get("related"), json.get("items")];
    match list.iter().find(|list| list.is_array()) {
        Some(list) => teasers_from(list, context.base.as_ref()),
        None => Vec::new(),
    }
}

fn teasers_from(json: &Json, base: Option<&Address>) -> Vec<Teaser> {
    let mut teasers = Vec::new();
    for item in json.items_within(ENTRIES_MAX) {
        if teasers.len() < TEASERS_MAX
            && let Some(teaser) = teaser(&item, base)
        {
            teasers.push(teaser);
        }
    }
    teasers
}

fn teaser(json: &Json, base: Option<&Address>) -> Option<Teaser> {
    Some(Teaser {
        url: address(json, "url", base, Purpose::Page)?,
        title: json.line("title")?,
        section: named(&json.get("section"), base).map(|section| section.name),
        label: label(&json.get("label")),
        summary: match summary(&json.get("summary")) {
            Some(Summary::Points(points)) => Some(joined(&points, " ")),
            Some(Summary::Text(text)) => Some(text),
            None => None,
        },
        image: image(&json.get("image"), base),
        published_at: date(json, "publishedAt"),
    })
}

/// A list of names; what is none is left out.
pub fn named_list(json: &Json, base: Option<&Address>) -> Vec<Named> {
    let mut names = Vec::new();
    for item in json.items_within(NAMES_MAX) {
        if let Some(name) = named(&item, base) {
            names.push(name);
        }
    }
    names
}

fn label(json: &Json) -> Option<Label> {
    let label = Label { kind: json.line("kind").unwrap_or_default(), text: json.line("text") };
    (!label.kind.is_empty() || label.text.is_some()).then_some(label)
}

fn correction(json: &Json) -> Option<Correction> {
    Some(Correction { date: date(json, "date"), text: json.line("text")? })
}

/// The list of corrections.
pub(super) fn corrections(json: &Json) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for item in json.items_within(NAMES_MAX) {
        corrections.extend(correction(&item));
    }
    corrections
}

/// The recording of the text: an object as in the body, or only an address.
fn audio(json: &Json, base: Option<&Address>) -> Option<Media> {
    if json.text().is_some() {
        return resolve(&json.trimmed()?, base, Purpose::Page).map(Media::new);
    }
    block::media(json, base)
}

fn summary(json: &Json) -> Option<Summary> {
    if json.text().is_some() {
        return json.trimmed().map(Summary::Text);
    }
    let mut points = Vec::new();
    for item in json.items_within(NAMES_MAX) {
        if let Some(point) = item.trimmed() {
            points.push(point);
        }
    }
    (!points.is_empty()).then_some(Summary::Points(points))
}

/// The comment section, as the article or the site describes it.
fn comments(json: &Json, base: Option<&Address>) -> Option<Comments> {
    if !json.is_object() {
        return None;
    }
    Some(Comments {
        action: address(json, "action", base, Purpose::Endpoint),
        open: json.get("open").boolean().unwrap_or(true),
        count: json.count("count"),
        url: address(json, "url", base, Purpose::Endpoint),
        notice: inlines(&json.get("notice"), base),
    })
}

/// The newsletter form, as the article or the site describes it.
fn newsletter(json: &Json, base: Option<&Address>) -> Option<Newsletter> {
    if !json.is_object() {
        return None;
    }
    Some(Newsletter {
        action: address(json, "action", base, Purpose::Endpoint),
        title: json.line("title"),
        description: json.line("description"),
        consent: json.line("consent"),
        consent_required: json.get("consentRequired").boolean().unwrap_or(false),
        lists: newsletter_lists(&json.get("lists")),
    })
}

/// The newsletters to choose from. If several have the same id, the first counts.
fn newsletter_lists(json: &Json) -> Vec<NewsletterList> {
    let mut lists: Vec<NewsletterList> = Vec::new();
    for item in json.items_within(NAMES_MAX) {
        let Some(id) = item.identifier("id") else { continue };
        if lists.iter().any(|list| list.id == id) {
            continue;
        }
        lists.push(NewsletterList {
            title: item.line("title").unwrap_or_else(|| id.clone()),
            id,
            description: item.line("description"),
            selected: item.get("selected").boolean().unwrap_or(false),
        });
    }
    lists
}

/// The publisher's networks. An entry without a valid address is left out.
fn social(json: &Json, base: Option<&Address>) -> Vec<Profile> {
    let mut profiles = Vec::new();
    for item in json.items_within(NAMES_MAX) {
        if let Some(network) = item.line("network")
            && let Some(url) = address(&item, "url", base, Purpose::Link)
        {
            profiles.push(Profile { network: network.to_ascii_lowercase(), url });
        }
    }
    profiles
}

#[cfg(test)]
mod tests;
