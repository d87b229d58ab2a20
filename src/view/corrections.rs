//! The list of corrections, under the text.

use super::dom::{El, el, part};
use super::page::PageRef;
use crate::text::date;

/// Builds the list, if there are any corrections.
pub fn corrections(page: &PageRef) -> Option<El> {
    let corrections = &page.article.corrections;
    if corrections.is_empty() {
        return None;
    }
    let list = el("ul").set("role", "list");
    for correction in corrections {
        let item = el("li");
        let item = match correction.date.as_deref().and_then(date::parse) {
            Some(instant) => item
                .child(
                    el("time")
                        .set("class", "when")
                        .set("datetime", &date::to_rfc3339(&instant))
                        .text(&page.locale.date(&instant)),
                )
                .text(" "),
            None => item,
        };
        let text = el("span").set("dir", "auto").set("lang", &page.content_language).text(&correction.text);
        list.add(&item.child(text));
    }
    let heading = page.heading(1).set("id", "corrections").text(&page.text("corrections"));
    Some(part("section", "corrections").set("aria-labelledby", "corrections").child(heading).child(list))
}
