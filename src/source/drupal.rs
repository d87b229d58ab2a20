//! Drupal's JSON:API (<https://www.drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module>):
//! `/jsonapi/node/article/UUID?include=…`, or a list of nodes. Every site names its fields itself, so they are known by what
//! they hold and by the names that most sites use. A node as next-drupal hands it on, flattened, is read alike.

mod body;
mod node;
mod picture;

use super::limit::{NAMES_MAX, TEASERS_MAX};
use super::native::date;
use super::{Context, SourceError, excerpt, html, label, title};
use crate::article::{Article, Label, Named, Teaser};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::{around, concat, trimmed};
use node::{Node, Nodes, headline, page};

/// Reads a node, or the first of a list, whose others are related.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    if let Some(status) = json.get("errors").first().identifier("status") {
        return Err(SourceError::malformed("drupal", &concat(&["the server answered ", &status])));
    }
    let nodes = Nodes::of(json);
    let primary = nodes.primary();
    let Some((node, others)) = primary.split_first() else {
        return Err(SourceError::malformed("drupal", "no node in the list"));
    };
    let url = page(node, context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let mut body =
        body::blocks(node, base)?.ok_or_else(|| SourceError::missing("drupal", "attributes.body"))?;
    let image = picture::lead(node, base);
    body::without_lead(&mut body, image.as_ref());
    let summary = summary(node);
    let title = title::title(headline(node), &body, summary.as_deref());
    let terms = terms(node, base);
    let mut related: Vec<Teaser> = node.related().iter().filter_map(|other| teaser(other, base)).collect();
    related.extend(others.iter().filter_map(|other| teaser(other, base)));
    related.truncate(TEASERS_MAX);
    Ok(Article {
        id: node.identifier(),
        language: node.line("langcode").and_then(|text| language::tag(&text)),
        section: terms.section,
        tags: terms.tags,
        label: terms.label.or_else(|| is_sponsored(node).then(|| label::of_kind("sponsored"))),
        summary: excerpt::summary(summary, &body),
        authors: authors(node, base),
        published_at: published(node),
        modified_at: date(&node.attributes, "changed"),
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
    let nodes = Nodes::of(json);
    nodes.primary().iter().filter_map(|node| teaser(node, context.base.as_ref())).take(TEASERS_MAX).collect()
}

fn teaser(node: &Node<'_>, base: Option<&Address>) -> Option<Teaser> {
    let terms = terms(node, base);
    let mut summary = summary(node).or_else(|| title::opening(&body::blocks(node, base).ok()??));
    Some(Teaser {
        url: page(node, base)?,
        title: title::on_card(headline(node), &mut summary)?,
        section: terms.section.map(|section| section.name),
        label: terms.label.or_else(|| is_sponsored(node).then(|| label::of_kind("sponsored"))),
        summary,
        image: picture::lead(node, base),
        published_at: published(node),
    })
}

fn published(node: &Node<'_>) -> Option<String> {
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
}

fn is_sponsored(node: &Node<'_>) -> bool {
    ["field_sponsored", "field_is_sponsored", "field_advertorial"]
        .iter()
        .any(|key| node.attributes.get(key).boolean() == Some(true))
}

/// The summary that an editor wrote: beside the body, or in a field of its own.
fn summary(node: &Node<'_>) -> Option<String> {
    let field = body::SUMMARIES.iter().find_map(|name| node.text(&concat(&["field_", name])));
    let text = html::text(&field.or_else(|| node.attributes.at("body.summary").trimmed())?);
    let text = trimmed(&text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The authors: those in a field, else the user who created the node.
fn authors(node: &Node<'_>, base: Option<&Address>) -> Vec<Named> {
    let named = |author: &Node<'_>| {
        let name = author.line("display_name").or_else(|| headline(author))?;
        Some(Named { name, url: page_of(author, base) })
    };
    let mut authors: Vec<Named> = Vec::new();
    for (name, targets) in node.relations() {
        // The user who created the node is the last resort.
        if name != "uid" && name != "revision_uid" {
            authors.extend(targets.iter().filter(|target| target.is_author(&name)).filter_map(named));
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
        authors.extend(node.targets("uid").iter().filter_map(named));
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

/// The roles of an article's terms.
#[derive(Default)]
struct Terms {
    section: Option<Named>,
    tags: Vec<Named>,
    label: Option<Label>,
}

/// The terms by vocabulary: section, label and tags.
fn terms(node: &Node<'_>, base: Option<&Address>) -> Terms {
    let mut terms = Terms::default();
    for (name, targets) in node.relations() {
        for term in &targets {
            let Some(vocabulary) = term.kind().strip_prefix("taxonomy_term--").map(str::to_owned) else {
                continue;
            };
            let Some(title) = headline(term) else { continue };
            let is = |marks: &[&str]| {
                marks.iter().any(|mark| around(&vocabulary, mark).is_some() || around(&name, mark).is_some())
            };
            let kind = label::kind(&title).filter(|_| is(&["type", "genre", "label", "format", "kind"]));
            if let Some(kind) = kind {
                terms.label = Some(label::of_kind(kind));
                continue;
            }
            if term.is_author(&name) {
                continue;
            }
            let named = Named { name: title, url: page_of(term, base) };
            if terms.section.is_none() && is(&["section", "categor", "channel", "rubri", "ressort", "desk"]) {
                terms.section = Some(named);
            } else if terms.tags.len() < NAMES_MAX && !terms.tags.iter().any(|tag| tag.name == named.name) {
                terms.tags.push(named);
            }
        }
    }
    terms
}

#[cfg(test)]
mod tests;
