//! Arc XP's ANS (<https://github.com/washingtonpost/ans-schema>): a story as the Content API answers it, or a list of
//! stories (`type: "results"`, a collection). Texts are HTML.

mod element;
mod field;
mod media;

use super::compose::Budget;
use super::limit::{NAMES_MAX, TEASERS_MAX};
use super::native::{address, date};
use super::{Context, SourceError, access, excerpt, html, label, title};
use crate::article::{Access, Article, Correction, Label, Named, Teaser};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::date as dates;
use crate::text::language;
use element::Elements;
use field::{headline, page, text};

/// Reads a story, or the first of a list, whose others are related.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let stories = stories(json);
    let Some((story, others)) = stories.split_first() else {
        return Err(SourceError::malformed("ans", "no story in the list"));
    };
    if !story.get("content_elements").is_array() {
        return Err(SourceError::missing("ans", "content_elements"));
    }
    let url = page(story, context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let budget = Budget::new();
    let body = Elements { base, budget: &budget }.list(&story.get("content_elements"), 0);
    let body = body.ok_or_else(|| SourceError::too_large("ans: more than 20,000 elements"))?;
    let summary = text(&story.get("subheadlines")).or_else(|| text(&story.get("description")));
    let title = title::title(headline(story), &body, summary.as_deref());
    let mut related: Vec<Teaser> = Vec::new();
    for list in [story.at("related_content.basic").items(), others.to_vec()] {
        related.extend(list.iter().filter_map(|item| teaser(item, base)));
    }
    related.truncate(TEASERS_MAX);
    let corrections = corrections(&story.get("corrections"));
    Ok(Article {
        id: story.identifier("_id"),
        language: story.line("language").and_then(|text| language::tag(&text)),
        section: section(story, base),
        tags: tags(story),
        label: label(story),
        correction: latest(&corrections).cloned(),
        corrections: if corrections.len() > 1 { corrections } else { Vec::new() },
        access: access_of(story),
        title: title.ok_or_else(|| SourceError::missing("ans", "headlines.basic"))?,
        summary: excerpt::summary(summary, &body),
        authors: authors(story, base),
        published_at: ["display_date", "first_publish_date", "publish_date"]
            .iter()
            .find_map(|key| date(story, key)),
        modified_at: date(story, "last_updated_date"),
        image: media::promoted(story, base),
        body,
        related,
        url,
        ..Article::default()
    })
}

/// Reads a list of stories, or a story's own list of others, as teasers; what has no address or headline is left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let base = context.base.as_ref();
    stories(json).iter().filter_map(|story| teaser(story, base)).take(TEASERS_MAX).collect()
}

/// The stories that a document holds: itself, or the entries of a list, in which a story has elements of its own.
fn stories(json: &Json) -> Vec<Json> {
    if json.is_array() {
        return json.items();
    }
    let elements = json.get("content_elements");
    let first = elements.first();
    let holds = !first.get("headlines").is_null() && first.line("type").as_deref() != Some("image");
    if matches!(json.line("type").as_deref(), Some("results" | "collection"))
        || holds && headline(json).is_none()
    {
        return elements.items();
    }
    vec![json.clone()]
}

fn teaser(story: &Json, base: Option<&Address>) -> Option<Teaser> {
    let url = page(story, base)?;
    let mut summary = text(&story.get("description")).or_else(|| text(&story.get("subheadlines")));
    Some(Teaser {
        title: title::on_card(headline(story), &mut summary)?,
        section: section(story, base).map(|section| section.name),
        label: label(story),
        summary,
        image: media::promoted(story, base),
        published_at: ["display_date", "first_publish_date", "publish_date"]
            .iter()
            .find_map(|key| date(story, key)),
        url,
    })
}

/// The story's first section, with its path as the address.
fn section(story: &Json, base: Option<&Address>) -> Option<Named> {
    let site = story.line("canonical_website").unwrap_or_default();
    let places = [
        story.at("taxonomy.primary_section"),
        story.get("websites").get(&site).get("website_section"),
        story.at("taxonomy.primary_site"),
        story.at("taxonomy.sections").first(),
    ];
    places.iter().find_map(|place| {
        let path = place.line("path").or_else(|| place.line("_id")).filter(|path| path.starts_with('/'));
        Some(Named {
            name: place.line("name")?,
            url: path.and_then(|path| resolve(&path, base, Purpose::Page)),
        })
    })
}

/// The tags; editors may name some twice.
fn tags(story: &Json) -> Vec<Named> {
    let mut tags: Vec<Named> = Vec::new();
    for tag in story.at("taxonomy.tags").items_within(NAMES_MAX) {
        if let Some(name) = tag.line("text").or_else(|| tag.line("name"))
            && !tags.iter().any(|other| other.name == name)
        {
            tags.push(Named { name, url: None });
        }
    }
    tags
}

fn label(story: &Json) -> Option<Label> {
    let worded = story.at("label.basic");
    let text = worded.line("text").filter(|_| worded.get("display").boolean() != Some(false));
    let is_paid = story.at("owner.sponsored").boolean() == Some(true);
    match text {
        Some(text) if is_paid => Some(Label { kind: "sponsored".to_owned(), text: Some(text) }),
        Some(text) => Some(label::worded(text)),
        None if is_paid => Some(label::of_kind("sponsored")),
        None => label::kind(&story.line("subtype")?).map(label::of_kind),
    }
}

/// The correction with the latest date, or else the last in the list.
fn latest(corrections: &[Correction]) -> Option<&Correction> {
    let when = |one: &&Correction| one.date.as_deref().and_then(dates::parse).map(|date| date.epoch_ms);
    corrections.iter().max_by_key(when)
}

/// The list of corrections.
fn corrections(list: &Json) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for item in list.items_within(NAMES_MAX) {
        let when =
            ["correction_date", "display_date", "created_date"].iter().find_map(|key| date(&item, key));
        let text = item.line("text").map(|text| html::text(&text)).filter(|text| !text.is_empty());
        corrections.extend(text.map(|text| Correction { date: when, text }));
    }
    corrections
}

/// The access, by the content code.
fn access_of(story: &Json) -> Access {
    access::of_code(&story.at("content_restrictions.content_code").text().unwrap_or_default())
}

fn authors(story: &Json, base: Option<&Address>) -> Vec<Named> {
    let mut authors = Vec::new();
    for author in story.at("credits.by").items_within(NAMES_MAX) {
        if let Some(name) = media::name(&author) {
            authors.push(Named { name, url: address(&author, "url", base, Purpose::Page) });
        }
    }
    authors
}

#[cfg(test)]
mod tests;
