//! The fields of a story that others use too.

use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::html;
use crate::source::native::address;

/// The text of a field that has one for each place of use. `basic` is the one for all.
pub(super) fn text(field: &Json) -> Option<String> {
    let text = html::text(&field.line("basic").or_else(|| field.trimmed())?);
    (!text.is_empty()).then_some(text)
}

pub(super) fn headline(story: &Json) -> Option<String> {
    text(&story.get("headlines"))
}

/// The address on the site of the story, else the canonical one. Most are paths on that site.
pub(super) fn page(story: &Json, base: Option<&Address>) -> Option<Address> {
    let of = |holder: &Json, key| address(holder, key, base, Purpose::Page);
    let site = story.line("canonical_website");
    of(story, "canonical_url")
        .or_else(|| of(&story.get("websites").get(&site?), "website_url"))
        .or_else(|| of(story, "website_url"))
}
