//! The section of other articles: a heading, and a place for the list, which is fetched when somebody comes near, with the
//! code that reads and shows it ([`super::cards`]). Where the article brings the list along, both are there at once.

use super::entry::Cards;
use super::placeholder::{Placeholder, fresh};
use crate::lazy::Lazy;
use crate::network::fetch::{self, Cancel};
use crate::source::wordpress::entry::Posts;
use crate::text::search::{around, concat};
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;
use crate::view::scope::{WeakScope, at_end};
use crate::view::{attention, shell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The section, where a source of other articles is known.
pub fn related(page: &PageRef, cards: Option<Cards>) -> Option<El> {
    let own = fresh(page, page.article.related.iter());
    let address = page
        .settings
        .related_src
        .clone()
        .or_else(|| if own.is_empty() { page.article.related_url.clone() } else { None });
    if own.is_empty() && address.is_none() {
        return None;
    }
    let heading =
        page.heading(1).set("part", "related-heading").set("id", "related").text(&page.text("related"));
    let section = part("section", "related").set("aria-labelledby", "related").child(heading);
    let Some(address) = address else {
        if let Some(cards) = cards {
            cards.show(page, &section, &own);
        }
        return Some(section);
    };
    let root = el("div").set("class", "placeholder").set("aria-busy", "true");
    section.add(&root);
    let cancel = Cancel::default();
    at_end({
        let cancel = cancel.clone();
        move || cancel.cancel()
    });
    let placeholder = Rc::new(Placeholder {
        page: page.clone(),
        section: section.clone(),
        root,
        scope: WeakScope::current(),
    });
    attention::near(&section, move || {
        let code = Cards::load(&placeholder.page.shell);
        // A guess, so that it is on its way: what the list turns out to be is waited for once more.
        let guess = around(address.as_str(), "/wp/v2/").map(|_| Posts::load(&placeholder.page.shell));
        spawn_local(async move {
            let page = &placeholder.page;
            let options = page.list_options(&address, page.settings.related_src.is_some());
            let found = fetch::json(address.as_str(), &options, None, &cancel).await;
            let cards = code.await;
            drop(guess);
            match found {
                Ok(document) => match cards {
                    Ok(cards) => cards.arrive(placeholder, address, document),
                    Err(_) => placeholder.leave(true),
                },
                Err(failure) if !cancel.is_cancelled() => {
                    shell::warn(&concat(&[
                        "news-article: related: ",
                        failure.kind.name(),
                        ": ",
                        &failure.message,
                        ": ",
                        address.as_str(),
                    ]));
                    placeholder.leave(true);
                }
                Err(_) => {}
            }
        });
    });
    Some(section)
}
