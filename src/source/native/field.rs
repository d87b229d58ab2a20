//! Fields that are one value: addresses, dates, plain text.

use crate::article::Inline;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::date as dates;

/// The member `key` as an address that passes.
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

/// A date that can be read, written the one way that the model holds.
pub fn moment(raw: &str) -> Option<String> {
    dates::parse(raw).map(|instant| dates::to_rfc3339(&instant))
}

/// Running text of a string without spans.
pub(super) fn plain(text: String) -> Vec<Inline> {
    if text.is_empty() { Vec::new() } else { vec![Inline::Text(text)] }
}
