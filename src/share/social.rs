//! The publisher's social networks.

use super::icon;
use crate::chunk;
use crate::share;
use crate::view::dom::{El, el, part};
use crate::view::page::{Page, PageRef};

/// The links to the publisher's profiles, where there are any.
pub fn social(page: &PageRef) -> Option<El> {
    let profiles = &page.article.social;
    if profiles.is_empty() {
        return None;
    }
    let list = el("ul").set("role", "list");
    for profile in profiles {
        let link = page
            .link(&profile.url)
            .set("data-network", &profile.network)
            .child(icon::network(page, &profile.network))
            .child(el("span").text(name(page, &profile.network)));
        list.add(&el("li").child(link));
    }
    let heading = page.heading(1).set("id", "profiles").text(&page.text("social"));
    Some(part("section", "social").set("aria-labelledby", "profiles").child(heading).child(list))
}

/// The network's own spelling of its name, or what the data calls it.
fn name<'a>(page: &Page, network: &'a str) -> &'a str {
    let other = || page.networks.get().then(|| chunk::networks::brand(network)).flatten();
    share::brand(network).or_else(other).unwrap_or(network)
}
