//! HTML into blocks.
//!
//! In three steps. [`scan`] copies the HTML so that no parser stumbles over it. Where there is something in it that only a
//! parser knows, the browser parses the copy in a document that is never shown and loads nothing ([`dom`], where a parser
//! may be used). [`plain`] reads what is there then, and [`build`] makes blocks of what is on its list; anything else
//! gives up its tag and keeps its text, or loses its content. **No string of HTML goes any further.**

mod build;
#[cfg(target_arch = "wasm32")]
mod dom;
mod embed;
pub(super) mod list;
mod plain;
mod scan;
mod tag;
pub(crate) mod token;

use super::SourceError;
use crate::article::{Block, Inline, plain_text};
use crate::network::address::Address;
use crate::text::search::has_any;
use build::Builder;
use scan::Scan;

pub(crate) use embed::known as known_embed;

/// The most bytes of HTML.
const BYTES: usize = 2 * 1024 * 1024;

/// The blocks of a piece of HTML, its addresses resolved against `base`.
pub fn blocks(html: &str, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
    if html.len() > BYTES {
        return Err(SourceError::too_large("html: more than 2 MB"));
    }
    let scan = scan::scan(html, base);
    if scan.overflow {
        return Err(SourceError::too_large("html: more than 60,000 elements"));
    }
    let mut builder = Builder::new(base, &scan.fragments);
    walk(&scan, &mut builder);
    builder.finish().ok_or_else(|| SourceError::too_large("html: more than 10,000 blocks"))
}

/// The text of a piece of HTML with its marks: blocks become line breaks, pictures and the like are left out.
pub fn inlines(html: &str, base: Option<&Address>) -> Vec<Inline> {
    let mut builder = Builder::flat(base);
    if html.len() > BYTES {
        return Vec::new();
    }
    if has_any(html, "<&") {
        walk(&scan::scan(html, base), &mut builder);
    } else {
        builder.text(html);
    }
    builder.finish_line()
}

/// The plain text of a piece of HTML, on one line: no tags, entities decoded, white space collapsed.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    plain_text(&inlines(html, None), &mut text);
    text
}

#[cfg(target_arch = "wasm32")]
fn walk(scan: &Scan, builder: &mut Builder<'_>) {
    let parsed = if scan.intricate { dom::parsed(&scan.html) } else { None };
    plain::walk(parsed.as_deref().unwrap_or(&scan.html), builder);
}

#[cfg(not(target_arch = "wasm32"))]
fn walk(scan: &Scan, builder: &mut Builder<'_>) {
    plain::walk(&scan.html, builder);
}

#[cfg(test)]
mod tests;
