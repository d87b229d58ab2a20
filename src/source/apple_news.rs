//! Apple News Format (<https://developer.apple.com/documentation/applenewsformat>): `article.json`, as publishing tools make it.
//! A document of components, whose texts are plain, HTML or Markdown.

mod component;
pub mod entry;
pub mod markdown;
mod text;

use super::limit::NAMES_MAX;
use super::native::{address, date};
use super::{Context, SourceError, excerpt, title};
use crate::article::{Article, BlockKind, Image, Inline, Named, Summary, Teaser, plain_text};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::{pieces, trimmed};
use component::Parts;
use markdown::Markdown;

/// Reads an article. `markdown` must be given if one of its texts is Markdown.
pub(super) fn article(
    json: &Json,
    context: &Context,
    markdown: Option<Markdown>,
) -> Result<Article, SourceError> {
    let metadata = json.get("metadata");
    let url = address(&metadata, "canonicalURL", context.base.as_ref(), Purpose::Page);
    let base = url.as_ref().or(context.base.as_ref());
    if !json.get("components").is_array() {
        return Err(SourceError::missing("apple-news", "components"));
    }
    let mut parts = component::read(&json.get("components"), base, markdown)?;
    let headline = line(parts.title.take()).or_else(|| json.line("title"));
    let image = lead(&mut parts, &metadata, base);
    let intro = line(parts.intro.take()).or_else(|| json.line("subtitle"));
    let excerpt = metadata.line("excerpt");
    let title = title::title(headline, &parts.body, intro.as_deref().or(excerpt.as_deref()));
    let summary = intro.map(Summary::Text).or_else(|| excerpt::summary(excerpt, &parts.body));
    let authors = authors(&metadata, parts.byline.take());
    let keywords = metadata.get("keywords").items_within(NAMES_MAX);
    let published = || date(&metadata, "datePublished").or_else(|| date(&metadata, "dateCreated"));
    Ok(Article {
        id: json.identifier("identifier"),
        language: json.line("language").and_then(|text| language::tag(&text)),
        tags: keywords.iter().filter_map(Json::trimmed).map(|name| Named { name, url: None }).collect(),
        title: title.ok_or_else(|| SourceError::missing("apple-news", "title"))?,
        summary,
        authors,
        published_at: published(),
        modified_at: date(&metadata, "dateModified"),
        image,
        body: parts.body,
        url,
        ..Article::default()
    })
}

/// Reads a list of documents as teasers; what has no address of its own is left out.
pub(super) fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let items = if json.is_array() { json.items() } else { vec![json.clone()] };
    let mut teasers = Vec::new();
    for item in items.iter().take(super::limit::TEASERS_MAX) {
        let metadata = item.get("metadata");
        let base = context.base.as_ref();
        let mut summary = metadata.line("excerpt").or_else(|| item.line("subtitle"));
        if let Some(url) = address(&metadata, "canonicalURL", base, Purpose::Page)
            && let Some(title) = title::on_card(item.line("title"), &mut summary)
        {
            teasers.push(Teaser {
                url,
                title,
                section: None,
                label: None,
                summary,
                image: address(&metadata, "thumbnailURL", base, Purpose::Image).map(Image::new),
                published_at: date(&metadata, "datePublished"),
            });
        }
    }
    teasers
}

/// Returns true if a text of the document is Markdown.
pub(super) fn has_markdown(json: &Json) -> bool {
    let mut open = vec![json.clone()];
    let mut left = 20_000_u32;
    while let Some(component) = open.pop() {
        if component.line("format").as_deref() == Some("markdown") {
            return true;
        }
        for inner in ["components", "items", "caption"] {
            let value = component.get(inner);
            open.extend(value.items());
            open.extend(Some(value).filter(Json::is_object));
        }
        left -= 1;
        if left == 0 {
            return true;
        }
    }
    false
}

fn line(content: Option<Vec<Inline>>) -> Option<String> {
    let mut text = String::new();
    plain_text(&content?, &mut text);
    let text = trimmed(&text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The picture that opens the article, else the thumbnail.
fn lead(parts: &mut Parts, metadata: &Json, base: Option<&Address>) -> Option<Image> {
    if parts.opens_with_picture
        && let Some(BlockKind::Image(_)) = parts.body.first().map(|block| &block.kind)
        && let BlockKind::Image(image) = parts.body.remove(0).kind
    {
        return Some(image);
    }
    address(metadata, "thumbnailURL", base, Purpose::Image).map(Image::new)
}

/// The authors by name, else the byline, without the date that tools add after a bar.
fn authors(metadata: &Json, byline: Option<Vec<Inline>>) -> Vec<Named> {
    let named = metadata.get("authors").items_within(NAMES_MAX);
    let names: Vec<Named> =
        named.iter().filter_map(Json::trimmed).map(|name| Named { name, url: None }).collect();
    if !names.is_empty() {
        return names;
    }
    let Some(byline) = line(byline) else { return Vec::new() };
    let name = trimmed(pieces(&byline, "|").next().unwrap_or_default());
    if name.is_empty() { Vec::new() } else { vec![Named { name: name.to_owned(), url: None }] }
}

#[cfg(test)]
mod tests;
