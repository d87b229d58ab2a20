//! Dialects of `body`: what editors of other systems make, inside a native article.

mod contentful;
mod dato;
mod editor_js;
pub mod entry;
mod portable_text;
mod prismic;
mod prosemirror;
mod strapi;
mod thing;
mod tree;

use crate::article::Block;
use crate::network::address::Address;
use crate::network::json::Json;

/// Whether a body is in a dialect: an object, or a list whose first entry has the mark of one.
pub(super) fn is_marked(body: &Json) -> bool {
    let first = body.first();
    body.is_object()
        || ["_type", "children", "spans", "dimensions", "oembed"].iter().any(|key| !first.get(key).is_null())
}

/// Reads a body in whichever dialect it is. `None` where there are more nodes than the caps allow; nothing where it is in none.
pub(super) fn blocks(body: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    if body.is_array() {
        let first = body.first();
        let read = if !first.get("_type").is_null() {
            portable_text::blocks
        } else if !first.get("children").is_null() {
            strapi::blocks
        } else {
            prismic::blocks
        };
        return read(body, base);
    }
    let is = |path: &str, value: &str| body.at(path).text().as_deref() == Some(value);
    if is("type", "doc") {
        prosemirror::blocks(body, base)
    } else if is("nodeType", "document") || is("json.nodeType", "document") {
        contentful::blocks(body, base)
    } else if is("schema", "dast") || is("value.schema", "dast") {
        dato::blocks(body, base)
    } else if body.get("blocks").is_array() {
        editor_js::blocks(body, base)
    } else {
        Some(Vec::new())
    }
}

#[cfg(test)]
mod tests;
