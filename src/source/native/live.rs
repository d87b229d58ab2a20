//! The updates of live coverage.

use super::block::blocks;
use super::field::{date, named};
use crate::article::{Update, Weight};
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::html::entry::Markup;
use crate::source::paragraph::lines_or_paragraphs;
use crate::source::updates::{UPDATES_MAX, Updates};
use crate::text::search::concat;

/// Reads a list of updates in the order of the document, each with a text in blocks, in HTML if `markup` is given, or
/// plain. Empty updates are left out, and so are repeated ids and updates beyond the weight of a body.
pub fn updates(json: &Json, base: Option<&Address>, markup: Option<Markup>) -> Vec<Update> {
    let mut updates = Updates::beside(Weight::default());
    for item in json.items_within(UPDATES_MAX) {
        if update(&item, base, markup).is_some_and(|update| !updates.take(update)) {
            break;
        }
    }
    updates.taken()
}

/// Reads one update; `None` if it is empty.
pub fn update(json: &Json, base: Option<&Address>, markup: Option<Markup>) -> Option<Update> {
    let (published_at, title) = (date(json, "publishedAt"), json.line("title"));
    let body = json.get("body");
    let body = match (body.is_array() || body.text().is_some(), json.get("bodyHtml").text(), markup) {
        (false, Some(html), Some(markup)) => markup.blocks(&html, base).unwrap_or_default(),
        _ if body.text().is_some() => lines_or_paragraphs(&body.text().unwrap_or_default()),
        _ => blocks(&body, base),
    };
    if title.is_none() && body.is_empty() {
        return None;
    }
    let id = json.identifier("id").unwrap_or_else(|| {
        concat(&[published_at.as_deref().unwrap_or_default(), "-", title.as_deref().unwrap_or_default()])
    });
    let author = named(&json.get("author"), base);
    let pinned = json.get("pinned").boolean().unwrap_or(false);
    Some(Update { id, published_at, title, body, author, pinned })
}
