//! Fields that are one value: addresses, dates, plain text.

use crate::article::{Inline, Named};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::limit;
use crate::text::date as dates;

/// The member `key` as a valid address.
#[inline(never)]
pub(in crate::source) fn address(
    json: &Json,
    key: &str,
    base: Option<&Address>,
    purpose: Purpose,
) -> Option<Address> {
    resolve(&json.line(key)?, base, purpose)
}

#[inline(never)]
pub(in crate::source) fn date(json: &Json, key: &str) -> Option<String> {
    moment(&json.line(key)?)
}

/// A name, or an object with name and address.
pub fn named(json: &Json, base: Option<&Address>) -> Option<Named> {
    if json.text().is_some() {
        return Some(Named { name: limit::name(json.trimmed()?), url: None });
    }
    Some(Named { name: limit::name(json.line("name")?), url: address(json, "url", base, Purpose::Page) })
}

/// Reads a date, and writes it as the model does.
pub fn moment(raw: &str) -> Option<String> {
    dates::parse(raw).map(|instant| dates::to_rfc3339(&instant))
}

/// Running text of a string without spans.
pub(super) fn plain(text: String) -> Vec<Inline> {
    if text.is_empty() { Vec::new() } else { vec![Inline::Text(text)] }
}
