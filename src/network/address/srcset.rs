//! The attribute `srcset`: a list of addresses, each with a width or a density.

use super::{Address, Purpose, resolve};
use crate::text::search::{WHITE, before, without_end, words};

/// The most candidates that are read.
const CANDIDATES_MAX: usize = 50;
/// The most bytes that resolving may add to the list, besides those of percent-encoding.
const GROWTH_MAX: usize = 4_096;

/// The candidates of a `srcset` whose addresses pass, in the same order; `None` if none does.
///
/// Follows the standard's parser (<https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute>),
/// except that a candidate has at most one descriptor (`640w`, `1.5x`).
pub fn srcset(raw: &str, base: Option<&Address>) -> Option<String> {
    let mut kept = String::new();
    let mut rest = raw;
    for _ in 0..CANDIDATES_MAX {
        rest = rest.trim_ascii_start();
        while let Some(after) = rest.strip_prefix(",") {
            rest = after.trim_ascii_start();
        }
        if rest.is_empty() {
            break;
        }
        let mut candidate = before(rest, WHITE);
        let mut tail = rest.get(candidate.len()..).unwrap_or_default();
        let mut descriptor = "";
        if candidate.ends_with(",") {
            candidate = without_end(candidate, ",");
        } else {
            let text = before(tail, ",");
            descriptor = one_of(text);
            tail = tail.get(text.len()..).unwrap_or_default();
        }
        rest = tail;
        if !is_descriptor(descriptor) {
            continue;
        }
        if let Some(address) = resolve(candidate, base, Purpose::Image) {
            // A comma at the end would be read as the end of the candidate.
            if address.as_str().ends_with(",") {
                continue;
            }
            if kept.len() + address.as_str().len() > 3 * raw.len() + GROWTH_MAX {
                break;
            }
            if !kept.is_empty() {
                kept.push_str(", ");
            }
            kept.push_str(address.as_str());
            if !descriptor.is_empty() {
                kept.push(' ');
                kept.push_str(descriptor);
            }
        }
    }
    (!kept.is_empty()).then_some(kept)
}

/// The descriptor of a candidate. A height beside a width is redundant and ignored.
fn one_of(text: &str) -> &str {
    let mut found = "";
    for word in words(text) {
        let is_height = word.strip_suffix("h").is_some_and(|px| px.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_height {
            // Two descriptors contradict each other, and the whole text is refused.
            found = if found.is_empty() { word } else { text };
        }
    }
    found
}

/// Returns true if a text is a width (`640w`), a density (`1.5x`), or empty.
fn is_descriptor(text: &str) -> bool {
    let Some(number) = text.strip_suffix("w").or_else(|| text.strip_suffix("x")) else {
        return text.is_empty();
    };
    (1..12).contains(&number.len())
        && !number.starts_with(".")
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
