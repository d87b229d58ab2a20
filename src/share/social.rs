//! The publisher's social networks.

use super::entry::Networks;
use super::icon;
use crate::share;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;

/// Builds the links to the publisher's profiles, if there are any.
pub fn social(page: &PageRef, networks: Option<Networks>) -> Option<El> {
    let profiles = &page.article.social;
    if profiles.is_empty() {
        return None;
    }
    let list = el("ul").set("role", "list");
    for profile in profiles {
        let link = page
            .link(&profile.url)
            .set("data-network", &profile.network)
            .child(icon::network(&profile.network, networks))
            .child(el("span").text(name(&profile.network, networks)));
        list.add(&el("li").child(link));
    }
    let heading = page.heading(1).set("id", "profiles").text(&page.text("social"));
    Some(part("section", "social").set("aria-labelledby", "profiles").child(heading).child(list))
}

/// The spelling of a network's name, or the name in the data.
fn name(network: &str, networks: Option<Networks>) -> &str {
    let other = || networks.and_then(|networks| networks.brand(network));
    share::brand(network).or_else(other).unwrap_or(network)
}
