//! Reads the list of other articles from its address, and shows them as cards in a carousel.

use super::card::card;
use super::carousel::Carousel;
use super::controls;
use super::placeholder::{Placeholder, fresh};
use crate::article::Teaser;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::fetch::{self, Cancel, Early, Options};
use crate::source::reader::ListReader;
use crate::source::{self, Context, Format};
use crate::text::search::concat;
use crate::view::attention;
use crate::view::dom::{El, part};
use crate::view::page::{PageRef, Section};
use crate::view::{shell, stand_in};
use news_article_contract::attribute::FIELDS;
use news_article_contract::event;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Reads the list at `address`, and shows it in its placeholder.
pub(super) fn bring(
    placeholder: Rc<Placeholder>,
    address: Address,
    options: Options,
    early: Early,
    cancel: Cancel,
) {
    spawn_local(async move {
        let document = match fetch::json(address.as_str(), &options, Some(early), &cancel).await {
            Ok(document) => document,
            Err(_) if cancel.is_cancelled() => return,
            Err(failure) => {
                shell::warn(&concat(&[
                    "news-article: related: ",
                    failure.kind.name(),
                    ": ",
                    &failure.message,
                    ": ",
                    address.as_str(),
                ]));
                return placeholder.leave(true);
            }
        };
        let base = resolve(&document.url, Some(&address), Purpose::Page);
        let json = document.json;
        let reader = ListReader::load(Format::recognise(&json), &placeholder.page.shell).await;
        let fields = placeholder.page.shell.host().get_attribute(FIELDS.name).unwrap_or_default();
        let found = match &reader {
            Ok(reader) => source::teasers(*reader, &json, &Context { base, fields }),
            Err(_) => Vec::new(),
        };
        let teasers = fresh(&placeholder.page, found.iter());
        // Yield to the browser, so that a tap by the reader is handled between the two.
        let _ = fetch::sleep(0.0).await;
        if teasers.is_empty() {
            placeholder.leave(reader.is_err());
        } else if let Some(scope) = placeholder.scope.scope() {
            placeholder.root.toggle("aria-busy", None);
            // The reserved space may be too small.
            attention::keep_place(&placeholder.section.node(), || {
                scope.run(|| show(&placeholder.page, &placeholder.root, &teasers));
            });
            stand_in::give_way(&placeholder.page, Section::Related);
        }
    });
}

/// Shows the list in `into`, with its controls.
pub(super) fn show(page: &PageRef, into: &El, teasers: &[&Teaser]) {
    let list = part("ul", "related-list")
        .set("role", "list")
        .set("tabindex", "0")
        .set("aria-labelledby", "related")
        .set("id", "related-list");
    let cards: Vec<_> = (0_u32..).zip(teasers).map(|(index, teaser)| card(page, teaser, index)).collect();
    for card in &cards {
        list.add(&card.item);
    }
    page.locale.react();
    controls::show(into, Rc::new(Carousel::new(page, &list, cards)));
    into.add(&list);
    let count = vec![("count", JsValue::from(teasers.len() as u32))];
    attention::once_a_visit(page, &list, "related-seen", event::RELATED_VIEW.name, count);
}
