//! The attribute `srcset`: a list of addresses, each with the width or the density that it is for.

use super::{Address, Purpose, resolve};
use crate::text::search::{WHITE, before, without_end, words};

/// The most candidates that are read.
const CANDIDATES_MAX: usize = 50;
/// How much longer the list may become by its base, in bytes, besides what percent-encoding makes of it.
const GROWTH_MAX: usize = 4_096;

/// The candidates of a `srcset` whose addresses pass, in the same order; `None` when none does.
///
/// Follows the standard's parser (<https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute>) as far
/// as one descriptor (`640w`, `1.5x`) a candidate.
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
            // A comma at its end would be read as the end of the candidate.
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

/// The one descriptor of a candidate. A height beside a width says nothing more.
fn one_of(text: &str) -> &str {
    let mut found = "";
    for word in words(text) {
        let is_height = word.strip_suffix("h").is_some_and(|px| px.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_height {
            // Two that say something contradict each other.
            found = if found.is_empty() { word } else { text };
        }
    }
    found
}

/// Whether a text is a width (`640w`) or a density (`1.5x`), or empty.
fn is_descriptor(text: &str) -> bool {
    let Some(number) = text.strip_suffix("w").or_else(|| text.strip_suffix("x")) else {
        return text.is_empty();
    };
    (1..12).contains(&number.len())
        && !number.starts_with(".")
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
