//! Entries of Atom.

use super::entry::Entry;
use super::xml::Element;
use super::{date, media};
use crate::article::{Block, Named};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::limit::NAMES_MAX;
use crate::source::paragraph::lines_or_paragraphs;
use crate::source::{SourceError, html};
use crate::text::language;
use crate::text::search::trimmed;

/// The language of an element.
pub(super) fn language(element: &Element) -> Option<String> {
    language::tag(element.attribute("xml:lang")?)
}

pub(super) fn entry(entry: &Element, base: Option<&Address>) -> Result<Entry, SourceError> {
    let url = link(entry, "alternate", base);
    let base = url.as_ref().or(base);
    let content = entry.child("atom:content");
    let summary = entry.child("atom:summary");
    let mut body = match content.or(summary) {
        Some(text) => blocks(text, base)?,
        None => html::blocks(&media::text(entry).unwrap_or_default(), base)?,
    };
    let image = media::lead(entry, base);
    media::append(entry, base, &mut body);
    let mut authors = Vec::new();
    for person in entry.children("atom:author").take(NAMES_MAX) {
        if let Some(name) = person.line("atom:name") {
            let url = person.line("atom:uri").and_then(|raw| resolve(&raw, base, Purpose::Page));
            authors.push(Named { name, url });
        }
    }
    let mut tags: Vec<Named> = Vec::new();
    for category in entry.children("atom:category").take(NAMES_MAX) {
        if let Some(name) = category.attribute("label").or_else(|| category.attribute("term"))
            && !tags.iter().any(|tag| tag.name == name)
        {
            tags.push(Named { name: name.to_owned(), url: None });
        }
    }
    let moment = |name: &str| date::parse(&entry.line(name)?);
    let (published, updated) = (moment("atom:published"), moment("atom:updated"));
    Ok(Entry {
        id: entry.line("atom:id"),
        title: entry.child("atom:title").and_then(line),
        language: content.and_then(language).or_else(|| language(entry)),
        summary: summary.filter(|_| content.is_some()).and_then(line),
        authors,
        tags,
        published_at: published.clone().or_else(|| updated.clone()),
        modified_at: updated.filter(|_| published.is_some()),
        image,
        body,
        comments: None,
        url,
    })
}

/// The address of a link of an entry.
fn link(entry: &Element, rel: &str, base: Option<&Address>) -> Option<Address> {
    let mut links = entry.children("atom:link");
    let link = links.find(|link| link.attribute("rel").unwrap_or("alternate") == rel)?;
    resolve(link.attribute("href")?, base, Purpose::Page)
}

/// The content of a text construct as HTML; `None` if it is plain text.
fn markup(text: &Element) -> Option<String> {
    match text.attribute("type") {
        Some("html" | "text/html") => Some(text.text()),
        Some(kind) if kind == "xhtml" || kind.ends_with("+xml") => Some(text.markup()),
        _ => None,
    }
}

fn line(text: &Element) -> Option<String> {
    let line = match markup(text) {
        Some(markup) => html::text(&markup),
        None => text.text(),
    };
    let line = trimmed(&line);
    (!line.is_empty()).then(|| line.to_owned())
}

fn blocks(text: &Element, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
    match markup(text) {
        Some(markup) => html::blocks(&markup, base),
        None => Ok(lines_or_paragraphs(&text.text())),
    }
}
