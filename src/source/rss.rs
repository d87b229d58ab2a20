//! Feeds in XML: RSS 2.0 (<https://www.rssboard.org/rss-specification>) with its predecessors, and Atom
//! (<https://www.rfc-editor.org/rfc/rfc4287>). The first item is the article, and the others are related. The
//! document is given as text, which the browser's own parser reads ([`xml`]).

mod atom;
mod date;
mod entry;
mod item;
mod media;
mod xml;

use super::limit::TEASERS_MAX;
use super::{Context, SourceError, excerpt, json_feed, label};
use crate::article::{Article, Named, Teaser};
use crate::network::address::Address;
use crate::network::json::Json;
use entry::Entry;
use xml::Element;

/// A feed with its entries.
struct Feed {
    language: Option<String>,
    entries: Vec<Element>,
    is_atom: bool,
}

/// Reads the first item of a feed; the others are related.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let feed = feed(json)?;
    let base = context.base.as_ref();
    let Some((first, others)) = feed.entries.split_first() else {
        return Err(SourceError::malformed("rss", "no item in the feed"));
    };
    let mut entry = feed.entry(first, base)?;
    let title = entry.title().ok_or_else(|| SourceError::missing("rss", "title"))?;
    json_feed::lead(&mut entry.body, &mut entry.image);
    let summary = excerpt::summary(entry.summary.filter(|text| *text != title), &entry.body);
    Ok(Article {
        id: entry.id,
        language: entry.language.or(feed.language.clone()),
        title,
        summary,
        authors: entry.authors,
        label: label::of_tags(&names(&entry.tags)),
        tags: entry.tags,
        published_at: entry.published_at,
        modified_at: entry.modified_at,
        image: entry.image,
        body: entry.body,
        related: others.iter().filter_map(|item| feed.teaser(item, base)).take(TEASERS_MAX).collect(),
        comments: entry.comments.map(|count| crate::article::Comments {
            action: None,
            open: true,
            count: Some(count),
            url: None,
            notice: Vec::new(),
        }),
        url: entry.url,
        ..Article::default()
    })
}

/// Reads the items of a feed as teasers. Those without an address are left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let Ok(feed) = feed(json) else { return Vec::new() };
    let base = context.base.as_ref();
    feed.entries.iter().filter_map(|item| feed.teaser(item, base)).take(TEASERS_MAX).collect()
}

fn names(tags: &[Named]) -> Vec<String> {
    tags.iter().map(|tag| tag.name.clone()).collect()
}

/// Parses a text as a feed.
fn feed(json: &Json) -> Result<Feed, SourceError> {
    let text = json.text().ok_or_else(|| SourceError::malformed("rss", "the document is no XML"))?;
    let root = xml::parse(&text).map_err(|reason| SourceError::malformed("rss", reason))?;
    let is_atom = root.name == "atom:feed" || root.name == "atom:entry";
    if root.name == "atom:entry" {
        return Ok(Feed { language: None, entries: vec![root], is_atom });
    }
    let language = atom::language(&root);
    if is_atom {
        return Ok(Feed { language, entries: root.into_children("atom:entry"), is_atom });
    }
    let channel_language = root.child("channel").and_then(item::language);
    let language = channel_language.or(language);
    // In RSS 1.0 the items stand beside the channel.
    let mut entries = Vec::new();
    let beside = root.children("item").next().is_some();
    if beside {
        entries = root.into_children("item");
    } else if let Some(channel) = root.into_children("channel").into_iter().next() {
        entries = channel.into_children("item");
    }
    Ok(Feed { language, entries, is_atom })
}

impl Feed {
    fn entry(&self, element: &Element, base: Option<&Address>) -> Result<Entry, SourceError> {
        if self.is_atom { atom::entry(element, base) } else { item::entry(element, base) }
    }

    fn teaser(&self, element: &Element, base: Option<&Address>) -> Option<Teaser> {
        let entry = self.entry(element, base).ok()?;
        let title = entry.title()?;
        Some(Teaser {
            url: entry.url?,
            section: None,
            label: label::of_tags(&names(&entry.tags)),
            summary: entry.summary.filter(|text| *text != title).map(excerpt::for_card),
            image: entry.image,
            published_at: entry.published_at,
            title,
        })
    }
}

#[cfg(test)]
mod tests;
