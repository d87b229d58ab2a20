//! Access to fields of WordPress' answers by path.

use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::html;
use crate::text::search::{pieces, trimmed};

/// The value at a dotted path, in which `0` is the first element of an array.
pub(super) fn at(json: &Json, path: &str) -> Json {
    let mut value = json.clone();
    for key in pieces(path, ".") {
        value = if key == "0" { value.first() } else { value.get(key) };
    }
    value
}

/// The text at a path, trimmed; `None` if it is empty.
#[inline(never)]
pub(super) fn line(json: &Json, path: &str) -> Option<String> {
    at(json, path).trimmed()
}

/// The text of HTML at a path.
#[inline(never)]
pub(super) fn text(json: &Json, path: &str) -> Option<String> {
    let text = html::text(&line(json, path)?);
    if trimmed(&text).is_empty() { None } else { Some(text) }
}

/// The address of a page at a path.
#[inline(never)]
pub(super) fn page(json: &Json, path: &str, base: Option<&Address>) -> Option<Address> {
    resolve(&line(json, path)?, base, Purpose::Page)
}

/// The identifier at a path, a text or a number.
#[inline(never)]
pub(super) fn identifier(json: &Json, path: &str) -> Option<String> {
    at(json, path).as_identifier()
}
