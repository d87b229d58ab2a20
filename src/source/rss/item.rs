//! Items of RSS.

use super::entry::{Entry, plain_line};
use super::xml::Element;
use super::{date, media};
use crate::article::Named;
use crate::network::address::{Address, Purpose, resolve};
use crate::source::limit::NAMES_MAX;
use crate::source::{SourceError, html};
use crate::text::search::{around, before, trimmed};
use crate::text::{language, number};

pub(super) fn language(holder: &Element) -> Option<String> {
    let tag = holder.line("language").or_else(|| holder.line("dc:language"))?;
    language::tag(&tag)
}

pub(super) fn entry(item: &Element, base: Option<&Address>) -> Result<Entry, SourceError> {
    let url = page(item, base);
    let base = url.as_ref().or(base);
    let encoded = item.line("content:encoded");
    let description = item.line("description");
    // Without a text of its own, the description is the text.
    let others = || ["itunes:summary", "dc:description"].iter().find_map(|name| item.line(name));
    let markup =
        encoded.clone().or_else(|| media::text(item)).or_else(|| description.clone()).or_else(others);
    let mut body = html::blocks(&markup.unwrap_or_default(), base)?;
    let image = media::lead(item, base);
    media::append(item, base, &mut body);
    let mut authors = Vec::new();
    for name in ["dc:creator", "author", "itunes:author", "dc:contributor"] {
        if authors.is_empty() {
            authors.extend(item.children(name).take(NAMES_MAX).filter_map(|author| named(&author.text())));
        }
    }
    let mut tags: Vec<Named> = Vec::new();
    for category in item.children("category").chain(item.children("dc:subject")).take(NAMES_MAX) {
        if let Some(name) = plain_line(Some(category.text()))
            && !tags.iter().any(|tag| tag.name == name)
        {
            tags.push(Named { name, url: None });
        }
    }
    let dates = |names: &[&str]| names.iter().find_map(|name| date::parse(&item.line(name)?));
    Ok(Entry {
        id: item.line("guid").or_else(|| url.as_ref().map(|url| url.as_str().to_owned())),
        title: ["title", "dc:title", "itunes:title", "media:title"]
            .iter()
            .find_map(|name| plain_line(item.line(name))),
        language: language(item),
        summary: plain_line(
            description.filter(|_| encoded.is_some()).or_else(|| item.line("itunes:subtitle")),
        ),
        authors,
        tags,
        published_at: dates(&["pubDate", "dc:date", "dcterms:created", "dcterms:issued"]),
        modified_at: dates(&["dcterms:modified", "atom:updated"]),
        image,
        body,
        comments: item.line("slash:comments").and_then(|text| number::whole(&text, 10)),
        url,
    })
}

/// The address of an item: its link, else its identifier if that is an address.
fn page(item: &Element, base: Option<&Address>) -> Option<Address> {
    let link = item.line("link").and_then(|raw| resolve(&raw, base, Purpose::Page));
    let atom = || {
        let mut links = item.children("atom:link");
        let link = links.find(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate"))?;
        resolve(link.attribute("href")?, base, Purpose::Page)
    };
    let guid = || {
        let guid = item.child("guid").filter(|guid| guid.attribute("isPermaLink") != Some("false"))?;
        resolve(trimmed(&guid.text()), None, Purpose::Page)
    };
    link.or_else(atom).or_else(guid)
}

/// An author: a name, or an e-mail address followed by the name, as RSS demands.
fn named(text: &str) -> Option<Named> {
    let text = html::text(text);
    let name = match around(&text, "(") {
        Some((mail, name)) if around(mail, "@").is_some() => trimmed(before(name, ")")),
        // Of an e-mail address alone only the part before the @ is shown.
        _ => trimmed(before(&text, "@")),
    };
    (!name.is_empty()).then(|| Named { name: name.to_owned(), url: None })
}
