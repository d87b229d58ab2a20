//! The section of other articles: a heading, and a place for the list. List and code ([`super::cards`]) are loaded
//! when somebody comes near. If the article brings the list along, both are there from the start.

use super::entry::Cards;
use super::placeholder::{Placeholder, fresh};
use crate::lazy::Lazy;
use crate::network::address::Address;
use crate::network::fetch::Cancel;
use crate::source::wordpress::entry::Posts;
use crate::text::search::around;
use crate::view::attention;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;
use crate::view::scope::{WeakScope, at_end};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::RequestCredentials;

/// The address of the list, if the article brings none along or the page names another.
fn source(page: &PageRef, is_without: bool) -> Option<Address> {
    let own = || if is_without { page.article.related_url.clone() } else { None };
    page.settings.related_src.clone().or_else(own)
}

/// Returns true if the list is still to be fetched, so that the section is not ready.
pub fn waits(page: &PageRef) -> bool {
    source(page, fresh(page, page.article.related.iter()).is_empty()).is_some()
}

/// Builds the section, if a source of other articles is known.
pub fn related(page: &PageRef, cards: Option<Cards>) -> Option<El> {
    let own = fresh(page, page.article.related.iter());
    let address = source(page, own.is_empty());
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
    let by_page = page.settings.related_src.is_some();
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
        let options = placeholder.page.list_options(&address, by_page);
        let is_anonymous = options.credentials == RequestCredentials::Omit;
        let early = placeholder.page.shell.attempt(address.as_str(), is_anonymous, options.no_referrer);
        let code = Cards::load(&placeholder.page.shell);
        // WordPress' reader is loaded in advance on a guess. The right reader is waited for once the list is known.
        let guess = around(address.as_str(), "/wp/v2/").map(|_| Posts::load(&placeholder.page.shell));
        spawn_local(async move {
            let cards = code.await;
            drop(guess);
            match cards {
                Ok(cards) => cards.bring(placeholder, address, options, early, cancel),
                Err(_) => {
                    early.controller().abort();
                    placeholder.leave(true);
                }
            }
        });
    });
    Some(section)
}
