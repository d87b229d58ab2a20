//! The subjects of the article.

use super::dom::{El, el, part};
use super::page::PageRef;

/// Builds the list of subjects, if there are any.
pub fn tags(page: &PageRef) -> Option<El> {
    let tags = &page.article.tags;
    if tags.is_empty() {
        return None;
    }
    let list = el("ul").set("role", "list");
    for tag in tags {
        let item = match &tag.url {
            Some(url) => page.link(url),
            None => el("span"),
        };
        list.add(&el("li").child(item.set("dir", "auto").text(&tag.name)));
    }
    Some(part("nav", "tags").set("aria-label", &page.text("tags")).child(list))
}
