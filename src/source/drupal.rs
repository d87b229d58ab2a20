//! Drupal's JSON:API (<https://www.drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module>):
//! `/jsonapi/node/article/UUID?include=…`, or a list of nodes. Every site names its fields itself, so they are known by what
//! they hold and by the names that most sites use, or by what the page says of them (`fields`). A node as next-drupal hands it
//! on, flattened, is read alike.

mod body;
mod fields;
mod node;
mod picture;
mod summary;
mod term;

use super::limit::{NAMES_MAX, TEASERS_MAX};
use super::native::date;
use super::{Context, SourceError, access, excerpt, html, label, title};
use crate::article::{Access, Article, Correction, Named, Teaser};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::concat;
use node::{Node, Nodes, headline, page};
use term::terms;

pub use fields::mistakes as fields_mistakes;

/// Usual names of fields for corrections.
const CORRECTIONS: &[&str] = &["field_correction", "field_corrections", "field_erratum"];

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
    mistakes.extend(nodes.primary().first().map(|node| fields::absent(node, fields)).unwrap_or_default());
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

/// The names in fields: of terms, people and other nodes that they refer to, or their texts.
fn names(node: &Node<'_>, fields: &[String], base: Option<&Address>) -> Vec<Named> {
    let mut names = Vec::new();
    for field in fields {
        let targets = node.targets(field);
        names.extend(targets.iter().filter_map(|target| named(target, base)));
        if targets.is_empty() {
            let texts = node.texts(field);
            let texts = texts.iter().map(|text| html::text(text)).filter(|text| !text.is_empty());
            names.extend(texts.map(|name| Named { name, url: None }));
        }
    }
    names.truncate(NAMES_MAX);
    names
}

/// The name and the page of a term, a user or a node.
fn named(node: &Node<'_>, base: Option<&Address>) -> Option<Named> {
    let name = node.line("display_name").or_else(|| headline(node))?;
    Some(Named { name, url: page_of(node, base) })
}

/// The authors: those in a field, else the user who created the node.
fn authors(node: &Node<'_>, base: Option<&Address>) -> Vec<Named> {
    if let Some(fields) = node.holding("authors") {
        return names(node, fields, base);
    }
    let mut authors: Vec<Named> = Vec::new();
    for (name, targets) in node.relations() {
        // The user who created the node is the last resort.
        if name != "uid" && name != "revision_uid" && !node.fields().name(&name) {
            let those = targets.iter().filter(|target| target.is_author(&name));
            authors.extend(those.filter_map(|target| named(target, base)));
        }
    }
    authors.truncate(NAMES_MAX);
    if authors.is_empty() {
        let keys = ["field_author", "field_byline", "field_author_name"];
        authors.extend(
            keys.iter()
                .find_map(|key| node.text(key))
                .map(|name| Named { name: html::text(&name), url: None }),
        );
    }
    if authors.is_empty() {
        authors.extend(node.targets("uid").iter().filter_map(|user| named(user, base)));
    }
    authors
}

/// The page of a term, an author or a user.
fn page_of(node: &Node<'_>, base: Option<&Address>) -> Option<Address> {
    let alias = node.attributes.at("path.alias").trimmed();
    let own = [("drupal_internal__tid", "/taxonomy/term/"), ("drupal_internal__nid", "/node/")];
    let path = alias.or_else(|| {
        own.iter().find_map(|(key, path)| Some(concat(&[path, &node.attributes.identifier(key)?])))
    });
    resolve(&path?, base, Purpose::Page)
}

#[cfg(test)]
mod tests;
