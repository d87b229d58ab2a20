//! HTML into blocks.
//!
//! This takes three steps. [`scan`] puts the HTML in order and tells it as events, of which each start has its end.
//! If it contains anything that only a parser knows, the events are written as HTML again, and the browser parses
//! that in a document that is never shown and loads nothing ([`dom`], where a parser may be used). [`build`] makes
//! blocks of the events. Unknown elements lose their tags and keep their text, or lose their content. **No string of
//! HTML goes any further.**

mod attribute;
mod build;
mod dom;
mod embed;
mod entity;
pub mod entry;
mod event;
mod scan;
mod style;
mod tag;
pub(crate) mod token;
mod written;

use super::SourceError;
use crate::article::{Block, Inline, plain_text};
use crate::network::address::Address;
use crate::text::search::{around, before, has_any, pieces, replaced};
use build::Builder;
use scan::{Scan, scan};

#[cfg(browser)]
pub(in crate::source) use dom::document;
pub(in crate::source) use embed::provider;
pub(crate) use embed::{known as known_embed, name as embed_name};

/// The most bytes of HTML.
const BYTES_MAX: usize = 2 * 1024 * 1024;

/// Reads HTML as blocks. Its addresses are resolved against `base`.
pub fn blocks(html: &str, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
    if html.len() > BYTES_MAX {
        return Err(SourceError::too_large("html: more than 2 MB"));
    }
    let scan = scan(html, base);
    if scan.too_many {
        return Err(SourceError::too_large("html: more than 60,000 elements"));
    }
    let mut builder = Builder::new(base, &scan.fragments);
    feed(&scan, &mut builder);
    builder.finish().ok_or_else(|| SourceError::too_large("html: more than 10,000 blocks"))
}

/// The text of HTML with its marks. Blocks become line breaks; pictures and the like are left out.
pub fn inlines(html: &str, base: Option<&Address>) -> Vec<Inline> {
    let mut builder = Builder::flat(base);
    if html.len() > BYTES_MAX {
        return Vec::new();
    }
    if has_any(html, "<&") {
        feed(&scan(html, base), &mut builder);
    } else {
        builder.text(html);
    }
    builder.finish_line()
}

/// The plain text of HTML on one line: without tags, with entities decoded and white space collapsed.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    plain_text(&inlines(html, None), &mut text);
    text
}

/// Decodes the entities in plain text that a sender has escaped needlessly. Tags stay as they are written.
pub fn unescaped(text: String) -> String {
    if has_any(&text, "&") { self::text(&replaced(&text, "<", "&lt;")) } else { text }
}

/// Returns true if a text contains escaped HTML and no other, so that it was escaped once too often.
pub fn is_escaped(text: &str) -> bool {
    let is_known = |name: &str| !name.is_empty() && tag::Tag::named(name).is_some();
    let has_tags = pieces(text, "<").skip(1).any(|piece| {
        let piece = piece.strip_prefix('/').unwrap_or(piece);
        is_known(before(piece, " \t\r\n/>"))
    });
    let mut rest = text;
    while !has_tags && let Some((_, after)) = around(rest, "&lt;") {
        // An end tag, or an element without one.
        let name = after.strip_prefix('/').unwrap_or(after);
        let is_end = name.len() < after.len();
        let name = before(name, " \t\r\n/&>");
        if is_known(name) && (is_end || tag::Tag::named(name).is_some_and(tag::Tag::is_void)) {
            return true;
        }
        rest = after;
    }
    false
}

/// HTML that was escaped, as it was before.
pub fn unescaped_markup(text: &str) -> String {
    entity::decode(text)
}

/// Passes the events to the builder, through the browser's parser if that is needed and allowed.
fn feed(scan: &Scan<'_>, builder: &mut Builder<'_>) {
    if scan.needs_parser
        && let Some(html) = dom::parsed(&written::write(&scan.events))
    {
        for event in written::read(&html) {
            builder.add(&event);
        }
        return;
    }
    for event in &scan.events {
        builder.add(event);
    }
}

#[cfg(test)]
pub(super) mod tests;
