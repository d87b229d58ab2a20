//! Drupal's JSON:API (<https://www.drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module>):
//! `/jsonapi/node/article/UUID?include=…`, or a list of nodes. Every site names its fields itself, so they are known by what
//! they hold and by the names that most sites use, or by what the page says of them (`fields`). A node as next-drupal hands it
//! on, flattened, is read alike.

mod body;
mod fields;
mod named;
mod node;
mod picture;
mod summary;
mod term;

use super::limit::{NAMES_MAX, TEASERS_MAX};
use super::native::date;
use super::{Context, SourceError, access, excerpt, html, label, title};
use crate::article::{Access, Article, Correction, Teaser};
use crate::network::address::Address;
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::concat;
use fields::CORRECTIONS;
use named::{authors, names};
use node::{Node, Nodes, headline, page};
use term::terms;

pub use fields::mistakes as fields_mistakes;

/// Reads a node, or the first of a list, whose others are related.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    if let Some(status) = json.get("errors").first().identifier("status") {
        return Err(SourceError::malformed("drupal", &concat(&["the server answered ", &status])));
    }
    let nodes = Nodes::of(json, &context.fields);
    let primary = nodes.primary();
    let Some((node, others)) = primary.split_first() else {
        return Err(SourceError::malformed("drupal", "no node in the list"));
    };
    let url = page(node, context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let image = picture::lead(node, base);
    let body = body::blocks(node, base, image.as_ref())?;
    let body = body.ok_or_else(|| SourceError::missing("drupal", "attributes.body"))?;
    let summary = summary::summary(node);
    let title = title::title(title_of(node), &body, summary.as_deref());
    let terms = terms(node, base);
    let mut related: Vec<Teaser> = node.related().iter().filter_map(|other| teaser(other, base)).collect();
    related.extend(others.iter().filter_map(|other| teaser(other, base)));
    related.truncate(TEASERS_MAX);
    let corrections = corrections(node);
    Ok(Article {
        id: node.identifier(),
        language: node.line("langcode").and_then(|text| language::tag(&text)),
        section: terms.section,
        tags: terms.tags,
        label: terms.label.or_else(|| is_sponsored(node).then(|| label::of_kind("sponsored"))),
        correction: corrections.first().cloned(),
        corrections: if corrections.len() > 1 { corrections } else { Vec::new() },
        access: access_of(node, base),
        summary: excerpt::summary(summary, &body),
        authors: authors(node, base),
        published_at: published(node),
        modified_at: node.named_date("modifiedAt").unwrap_or_else(|| date(&node.attributes, "changed")),
        title: title.ok_or_else(|| SourceError::missing("drupal", "attributes.title"))?,
        image,
        body,
        related,
        url,
        ..Article::default()
    })
}

/// Reads a list of nodes as teasers. Those without an address are left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let nodes = Nodes::of(json, &context.fields);
    nodes.primary().iter().filter_map(|node| teaser(node, context.base.as_ref())).take(TEASERS_MAX).collect()
}

/// Mistakes in the attribute `fields`, as messages: unknown names, and fields that the first node does not have.
pub fn mistakes(json: &Json, fields: &str) -> Vec<String> {
    let mut mistakes = fields::mistakes(fields);
    let nodes = Nodes::of(json, fields);
    if let Some(node) = nodes.primary().first() {
        let absent = node.fields().pairs().filter(|(_, name)| !node.has(name));
        mistakes.extend(absent.map(|(what, name)| concat(&["fields: ", what, ": the node has no ", name])));
    }
    mistakes
}

fn teaser(node: &Node<'_>, base: Option<&Address>) -> Option<Teaser> {
    let terms = terms(node, base);
    let mut summary =
        summary::summary(node).or_else(|| title::opening(&body::blocks(node, base, None).ok()??));
    Some(Teaser {
        url: page(node, base)?,
        title: title::on_card(title_of(node), &mut summary)?,
        section: terms.section.map(|section| section.name),
        label: terms.label.or_else(|| is_sponsored(node).then(|| label::of_kind("sponsored"))),
        summary,
        image: picture::lead(node, base),
        published_at: published(node),
    })
}

/// The headline, as plain text.
fn title_of(node: &Node<'_>) -> Option<String> {
    match node.named_text("title") {
        Some(title) => title.map(|text| html::text(&text)).filter(|text| !text.is_empty()),
        None => headline(node),
    }
}

fn published(node: &Node<'_>) -> Option<String> {
    node.named_date("publishedAt").unwrap_or_else(|| {
        [
            "published_at",
            "field_published",
            "field_publication_date",
            "field_publish_date",
            "field_date",
            "created",
        ]
        .iter()
        .find_map(|key| date(&node.attributes, key))
    })
}

fn is_sponsored(node: &Node<'_>) -> bool {
    ["field_sponsored", "field_is_sponsored", "field_advertorial"].iter().any(|key| node.is_set(key))
}

/// The corrections, the latest first.
fn corrections(node: &Node<'_>) -> Vec<Correction> {
    let usual = || CORRECTIONS.iter().flat_map(|key| node.texts(key)).collect();
    let texts = match node.holding("correction") {
        Some(fields) => fields.iter().flat_map(|key| node.texts(key)).collect(),
        None => usual(),
    };
    let texts: Vec<String> = texts;
    let plain = texts.iter().take(NAMES_MAX).map(|text| html::text(text)).filter(|text| !text.is_empty());
    plain.map(|text| Correction { date: None, text }).collect()
}

/// The access: from a named field that is set or holds a code, else from the usual fields.
fn access_of(node: &Node<'_>, base: Option<&Address>) -> Access {
    let Some(fields) = node.holding("access") else {
        let usual = ["field_premium", "field_paywall", "field_subscribers_only"];
        return if usual.iter().any(|key| node.is_set(key)) { Access::Subscriber } else { Access::Free };
    };
    if fields.iter().any(|key| node.is_set(key)) {
        return Access::Subscriber;
    }
    names(node, fields, base).first().map(|code| access::of_code(&code.name)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
