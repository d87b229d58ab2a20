//! The row of share links for pages without script: a plain link for each network that has one. Buttons that need a
//! script (the clipboard, the share sheet, the question for an instance) are left out.

use super::entry::Networks;
use super::limit::Limit;
use super::{Action, Content, Label, Network, icon, parse, with_query};
use crate::lazy::Lazy;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;

/// Builds the row, if any of the networks has a link.
pub fn links(page: &PageRef) -> Option<El> {
    let networks = Networks::in_one_piece();
    let others = |name: &str| networks.find(name);
    let (named, _) = parse(&page.settings.share, &others);
    let url = page.url();
    if url.is_empty() {
        return None;
    }
    let url = with_query(&url, &page.settings.share_utm);
    let image = page.article.image.as_ref().map(|image| image.src.as_str());
    let fit = |title: &str, limit: Limit| networks.fit(title, limit);
    let content = Content { url: &url, title: &page.article.title, image, fit: &fit };
    let list = el("ul").set("role", "list");
    let mut any = false;
    for network in named {
        if let Action::Link(address) = network.action(&content) {
            list.add(&el("li").child(link(page, network, &address, networks)));
            any = true;
        }
    }
    any.then(|| part("div", "share").set("role", "group").set("aria-label", &page.text("share")).child(list))
}

fn link(page: &PageRef, network: &Network, address: &str, networks: Networks) -> El {
    let name = match network.label {
        Label::Words(key) => page.text(key),
        Label::Brand(brand) => page.locale.with("shareOn", "network", brand),
    };
    let link = el("a").href_own(address);
    // mailto:, sms: and the like open no page, so they need no new tab.
    let link = if address.starts_with("https:") {
        link.set("target", "_blank").set("rel", "noopener noreferrer")
    } else {
        link
    };
    link.set("part", "share-button")
        .set("data-network", network.name)
        .set("aria-label", &name)
        .set("title", &name)
        .child(icon::network(network.name, Some(networks)))
}
