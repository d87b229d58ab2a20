//! The section of other articles: a heading, and room for the list, which is fetched when somebody comes near, with the
//! code that reads and shows it ([`super::cards`]). Where the article brings the list along, both are there at once.

use crate::article::Teaser;
use crate::chunk::related as cards;
use crate::network::fetch::{self, Cancel};
use crate::text::search::{around, concat};
use crate::view::dom::{El, el, part};
use crate::view::page::{Page, PageRef};
use crate::view::scope::{Later, at_end};
use crate::view::{attention, shell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Where the list will stand.
pub struct Room {
    /// What is shown, and how.
    pub(super) page: PageRef,
    pub(super) section: El,
    /// Its place in the section.
    pub(super) root: El,
    /// What the list lives as long as.
    pub(super) scope: Later,
}

/// The section, where a source of other articles is known.
pub fn related(page: &PageRef) -> Option<El> {
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
        cards::show(page, &section, &own);
        return Some(section);
    };
    let root = el("div").set("class", "room").set("aria-busy", "true");
    section.add(&root);
    let cancel = Cancel::default();
    at_end({
        let cancel = cancel.clone();
        move || cancel.cancel()
    });
    let room = Rc::new(Room { page: page.clone(), section: section.clone(), root, scope: Later::current() });
    attention::near(&section, move || {
        // A guess: what the list turns out to be is asked for once more.
        let posts = around(address.as_str(), "/wp/v2/").is_some();
        let code = room.page.shell.chunks(if posts {
            &["reactive", "related", "posts"]
        } else {
            &["reactive", "related"]
        });
        spawn_local(async move {
            let found = fetch::json(address.as_str(), &room.page.settings.fetch, None, &cancel).await;
            let came = code.await.is_ok();
            match found {
                Ok(document) if came => cards::arrive(room, address, document),
                Ok(_) => room.leave(true),
                Err(failure) if !cancel.is_cancelled() => {
                    shell::warn(&concat(&[
                        "news-article: related: ",
                        failure.kind.name(),
                        " ",
                        &failure.message,
                    ]));
                    room.leave(true);
                }
                Err(_) => {}
            }
        });
    });
    Some(section)
}

impl Room {
    /// There is no list: the section goes, or says so.
    pub(super) fn leave(&self, failed: bool) {
        if self.scope.scope().is_none() {
            return;
        }
        // Asked before anything changes: a page that becomes shorter is scrolled.
        if attention::is_below(&self.section) {
            self.section.toggle("hidden", Some(""));
            self.root.html().remove();
        } else {
            // What a reader is looking at, or has passed, neither vanishes nor moves.
            let key = if failed { "relatedError" } else { "relatedEmpty" };
            self.root.toggle("aria-busy", None);
            self.root.add(&part("p", "status").set("role", "status").text(&self.page.text(key)));
        }
    }
}

/// The list without the article itself and without doubles.
pub(super) fn fresh<'a>(page: &Page, teasers: std::slice::Iter<'a, Teaser>) -> Vec<&'a Teaser> {
    let mut known = page.own_keys();
    let mut fresh = Vec::new();
    for teaser in teasers {
        let key = teaser.url.page_key();
        if !known.contains(&key) {
            known.push(key);
            fresh.push(teaser);
        }
    }
    fresh
}
