//! The card of another article. It is static, and made by the small builder.

use crate::article::{Label, Teaser};
use crate::text::grapheme::approximate_clusters;
use crate::text::{date, excerpt};
use crate::view::dom::{El, el, part};
use crate::view::header::label_text;
use crate::view::page::{PageRef, heading_tag};
use crate::view::picture::{Priority, picture};
use news_article_contract::event;
use wasm_bindgen::prelude::*;

/// The most graphemes of a summary on a card.
const SUMMARY_MAX: usize = 140;

/// An item of the list, and the link in it.
pub(super) struct Card {
    pub(super) item: El,
    pub(super) link: El,
}

/// Builds the card of a teaser at an index of the list.
pub(super) fn card(page: &PageRef, teaser: &Teaser, index: u32) -> Card {
    let sponsored = teaser.label.as_ref().is_some_and(Label::is_sponsored);
    let item = part("li", "related-item");
    if let Some(image) = &teaser.image {
        let frame = el("div").set("class", "picture");
        // The headline below names the picture, and would be read twice.
        let img = picture(page, image, "", Priority::Lazy).set("sizes", "18em");
        // The frame of a picture that fails stays, because the text below is being read.
        let broken = img.clone();
        item.add(&frame.child(img.on("error", move |_| broken.toggle("hidden", Some("")))));
    }
    if teaser.section.is_some() || teaser.label.is_some() {
        let row = el("p").set("class", "kicker");
        if let Some(section) = &teaser.section {
            row.add(&part("span", "related-section").set("dir", "auto").text(section));
        }
        if let Some(label) = &teaser.label {
            row.add(&part("span", "label").set("data-kind", &label.kind).text(&label_text(page, label)));
        }
        item.add(&row);
    }
    let link =
        el("a").href(&teaser.url).set_some("rel", page.rel(&teaser.url, sponsored)).text(&teaser.title);
    let (owner, address) = (page.clone(), teaser.url.clone());
    let link = link.on("click", move |event| {
        let detail = [("url", JsValue::from_str(address.as_str())), ("index", JsValue::from(index))];
        if !owner.shell.allows(event::SELECT.name, &detail) {
            event.prevent_default();
        }
    });
    let tag = heading_tag(page.settings.heading_level + 2);
    item.add(&part(tag, "related-title").set("dir", "auto").child(link.clone()));
    if let Some(summary) = &teaser.summary {
        let short = excerpt::cut(summary, SUMMARY_MAX, &approximate_clusters);
        item.add(&part("p", "related-summary").set("dir", "auto").text(&short));
    }
    if let Some(instant) = teaser.published_at.as_deref().and_then(date::parse) {
        let time = el("time").set("datetime", &date::to_rfc3339(&instant));
        let day = date::Instant { has_time: false, ..instant };
        item.add(&el("p").set("class", "when").child(time.text(&page.locale.date(&day))));
    }
    Card { item, link }
}
