//! The section of other articles: a heading, and room for the list, which is fetched when somebody comes near, with the
//! code that shows it. Where the article brings the list along, both are there at once.

use super::dom::{El, el, part};
use super::scope::{Later, at_end};
use super::{Page, PageRef, attention};
use crate::address::Address;
use crate::article::Teaser;
use crate::chunk::related as cards;
use crate::fetch::{self, Cancel};
use crate::json::Json;
use crate::source::{self, Context, Format};
use wasm_bindgen_futures::{JsFuture, spawn_local};

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
    let room = el("div").set("class", "room").set("aria-busy", "true");
    section.add(&room);
    let cancel = Cancel::default();
    at_end({
        let cancel = cancel.clone();
        move || cancel.cancel()
    });
    let scope = Later::current();
    let (page, target) = (page.clone(), section.clone());
    attention::near(&section, move || {
        let (page, section, room) = (page.clone(), target.clone(), room.clone());
        let (address, cancel) = (address.clone(), cancel.clone());
        let scope = scope.clone();
        let code = page.shell.expect(&["reactive", "related"]);
        spawn_local(async move {
            let found = load(&page, &address, code, &cancel).await;
            if let Some(scope) = scope.scope() {
                scope.run(|| arrive(&page, &section, &room, found));
            }
        });
    });
    Some(section)
}

async fn load(page: &Page, address: &Address, code: JsFuture, cancel: &Cancel) -> Result<Vec<Teaser>, ()> {
    let document =
        fetch::json(address.as_str(), &page.settings.fetch, None, cancel).await.map_err(|failure| {
            if !cancel.is_cancelled() {
                super::shell::warn(
                    &["news-article: related: ", failure.kind.name(), " ", &failure.message].concat(),
                );
            }
        })?;
    let base = crate::address::resolve(&document.url, Some(address), crate::address::Purpose::Page);
    let json: Json = document.json;
    page.shell.chunks(source::chunks(Format::recognise(&json), &json)).await.map_err(|_| ())?;
    code.await.map_err(|_| ())?;
    Ok(source::teasers(&json, &Context { base }))
}

fn arrive(page: &PageRef, section: &El, room: &El, found: Result<Vec<Teaser>, ()>) {
    let failed = found.is_err();
    let found = found.unwrap_or_default();
    let teasers = fresh(page, found.iter());
    if !teasers.is_empty() {
        room.toggle("aria-busy", None);
        cards::show(page, room, &teasers);
        return;
    }
    // Asked before anything changes: a page that becomes shorter is scrolled.
    if attention::is_below(section) {
        section.toggle("hidden", Some(""));
        room.html().remove();
    } else {
        // What a reader is looking at, or has passed, neither vanishes nor moves.
        let key = if failed { "relatedError" } else { "relatedEmpty" };
        room.toggle("aria-busy", None);
        room.add(&part("p", "status").set("role", "status").text(&page.text(key)));
    }
}

/// The list without the article itself and without doubles.
fn fresh<'a>(page: &Page, teasers: std::slice::Iter<'a, Teaser>) -> Vec<&'a Teaser> {
    let mut known = page.own_keys();
    teasers
        .filter(|teaser| {
            let key = teaser.url.page_key();
            let new = !known.contains(&key);
            if new {
                known.push(key);
            }
            new
        })
        .collect()
}
