//! The other articles: cards in a carousel.
//!
//! It scrolls natively, so touch, wheel and trackpad are the browser's own; the buttons only say where to. Cards that
//! are wholly off screen leave the tab order and the accessibility tree. After the ARIA practices
//! (<https://www.w3.org/WAI/ARIA/apg/patterns/carousel/>): controls do not move the focus, nothing moves by itself.

use super::paging::{self, Strip};
use super::placeholder::{Placeholder, fresh};
use crate::article::{Label, Teaser};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::fetch::{self, Document};
use crate::object::object;
use crate::source::reader::ListReader;
use crate::source::{self, Context, Format};
use crate::text::grapheme::approximate_clusters;
use crate::text::{date, excerpt};
use crate::view::attention;
use crate::view::dom::{El, el, part, react, reactive};
use crate::view::figure::{self, Priority};
use crate::view::header::label_text;
use crate::view::icon::icon;
use crate::view::page::{PageRef, heading_tag};
use crate::view::scope::{at_end, hold};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Graphemes of a summary on a card.
const SUMMARY_MAX: usize = 140;
/// Milliseconds that a smooth scroll takes at most, for engines that do not tell its end.
const SMOOTH_MAX: f64 = 1_000.0;
/// The key under which the shell keeps the place.
const PLACE: &str = "related";

#[wasm_bindgen]
extern "C" {
    type Scroller;
    #[wasm_bindgen(method, getter, js_name = scrollLeft)]
    fn scroll_left(this: &Scroller) -> f64;
    #[wasm_bindgen(method, setter, js_name = scrollLeft)]
    fn set_scroll_left(this: &Scroller, left: f64);
    #[wasm_bindgen(method, getter, js_name = scrollWidth)]
    fn scroll_width(this: &Scroller) -> f64;
    #[wasm_bindgen(method, getter, js_name = clientWidth)]
    fn client_width(this: &Scroller) -> f64;
    #[wasm_bindgen(method, js_name = scrollTo)]
    fn scroll_to(this: &Scroller, options: &js_sys::Object);

    type ResizeObserver;
    #[wasm_bindgen(constructor)]
    fn new(callback: &Closure<dyn FnMut()>) -> ResizeObserver;
    #[wasm_bindgen(method)]
    fn observe(this: &ResizeObserver, target: &web_sys::Element);
    #[wasm_bindgen(method)]
    fn disconnect(this: &ResizeObserver);

    #[wasm_bindgen(js_name = matchMedia)]
    fn match_media(query: &str) -> MediaQuery;
    type MediaQuery;
    #[wasm_bindgen(method, getter)]
    fn matches(this: &MediaQuery) -> bool;

    #[wasm_bindgen(js_name = getComputedStyle)]
    fn computed_style(element: &web_sys::Element) -> Style;
    type Style;
    #[wasm_bindgen(method, getter)]
    fn direction(this: &Style) -> String;
}

/// Reads the list that came from `address`, and shows it in its placeholder.
pub(super) fn arrive(placeholder: Rc<Placeholder>, address: Address, document: Document) {
    spawn_local(async move {
        let base = resolve(&document.url, Some(&address), Purpose::Page);
        let json = document.json;
        let reader = ListReader::load(Format::recognise(&json), &placeholder.page.shell).await;
        let found = match &reader {
            Ok(reader) => source::teasers(*reader, &json, &Context { base }),
            Err(_) => Vec::new(),
        };
        let teasers = fresh(&placeholder.page, found.iter());
        // A task of its own: a reader who taps is heard between the two.
        let _ = fetch::sleep(0.0).await;
        if teasers.is_empty() {
            placeholder.leave(reader.is_err());
        } else if let Some(scope) = placeholder.scope.scope() {
            placeholder.root.toggle("aria-busy", None);
            // The space kept for it may be too small.
            attention::keep_place(placeholder.section.node(), || {
                scope.run(|| show(&placeholder.page, &placeholder.root, &teasers));
            });
        }
    });
}

/// Shows the list in `into`, with its controls.
pub(super) fn show(page: &PageRef, into: &El, teasers: &[&Teaser]) {
    let count = teasers.len() as u32;
    let list =
        part("ul", "related-list").set("role", "list").set("tabindex", "0").set("aria-labelledby", "related");
    let mut cards = Vec::new();
    for (index, teaser) in teasers.iter().enumerate() {
        let card = card(page, teaser, index as u32);
        list.add(&card.item);
        cards.push(card);
    }
    let carousel = Rc::new(Carousel { page: page.clone(), list, cards, count, bound: Cell::default() });
    page.locale.react();
    let into = into.clone();
    reactive(move || Controls(ControlsProps { carousel, into }));
}

/// The list and its buttons, which say where it is.
#[component]
fn Controls(
    /// The list.
    carousel: Rc<Carousel>,
    /// Where both are shown.
    into: El,
) {
    let page = carousel.page.clone();
    let list = carousel.list.clone();
    let state = RwSignal::new(State::default());
    let control = |name: &str, key: &str, drawing: &str, off: fn(&State) -> bool, forward: bool| {
        let (carousel, button) = (carousel.clone(), el("button"));
        button
            .set("part", name)
            .set("type", "button")
            .set("aria-label", &page.text(key))
            .set("aria-controls", "related-list")
            .child(icon(drawing))
            .bind("aria-disabled", move || (state.try_with(off) == Some(true)).then(|| "true".to_owned()))
            .on("click", move |event| carousel.page_by(forward, event.time_stamp()))
    };
    let controls = el("div")
        .set("class", "controls")
        .child(control(
            "related-previous",
            "relatedPrevious",
            "M15 5l-7 7 7 7",
            |state| state.at_start,
            false,
        ))
        .child(control("related-next", "relatedNext", "M9 5l7 7-7 7", |state| state.at_end, true))
        .bind("hidden", move || (state.try_with(|state| state.one_page) == Some(true)).then(String::new));
    let list = list.set("id", "related-list");
    into.add(&controls);
    into.add(&list);
    carousel.restore();

    let moved = carousel.clone();
    let measure = move || state.set(moved.measure());
    let on_resize: Closure<dyn FnMut()> = Closure::new(measure.clone());
    let observer = ResizeObserver::new(&on_resize);
    observer.observe(list.node());
    at_end(move || observer.disconnect());
    hold(on_resize);

    let keyed = carousel.clone();
    let rested = carousel.clone();
    let focused = carousel.clone();
    let list = list
        .on("scroll", move |_| measure())
        .on("scrollend", move |_| rested.bound.set(None))
        .on("keydown", move |event| keyed.key(&event))
        .on("focusin", move |event| focused.reveal(&event));
    let shown = carousel.clone();
    react(Box::new(move || {
        state.try_with(|state| shown.mark(state));
    }));
    let count = vec![("count", JsValue::from(carousel.count))];
    attention::once_a_visit(&page, &list, "related-seen", "news-article-related-view", count);
}

struct Card {
    item: El,
    link: El,
}

fn card(page: &PageRef, teaser: &Teaser, index: u32) -> Card {
    let sponsored = teaser.label.as_ref().is_some_and(Label::is_sponsored);
    let item = part("li", "related-item");
    if let Some(image) = &teaser.image {
        let frame = el("div").set("class", "picture");
        // The headline below says it all: an alternative would be read twice.
        let img = figure::picture(page, image, "", Priority::Lazy).set("sizes", "18em");
        // Its frame stays: the text below is being read.
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
        if !owner.shell.allows("news-article-select", &detail) {
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
        let day = crate::text::date::Instant { has_time: false, ..instant };
        item.add(&el("p").set("class", "when").child(time.text(&page.locale.date(&day))));
    }
    Card { item, link }
}

/// What is known after a scroll or a resize.
#[derive(Clone, Default, PartialEq)]
struct State {
    one_page: bool,
    at_start: bool,
    at_end: bool,
    on_screen: std::ops::Range<u32>,
}

struct Carousel {
    page: PageRef,
    list: El,
    cards: Vec<Card>,
    count: u32,
    /// Where a smooth scroll is going, and when it was asked for.
    bound: Cell<Option<(f64, f64)>>,
}

impl Carousel {
    fn scroller(&self) -> &Scroller {
        self.list.node().unchecked_ref()
    }

    fn is_rtl(&self) -> bool {
        computed_style(self.list.node()).direction() == "rtl"
    }

    fn strip(&self) -> Strip {
        let scroller = self.scroller();
        let bounds = |node: &web_sys::Element| node.get_bounding_client_rect();
        // A page may draw the row larger or smaller than it scrolls; the rest is rounding.
        let (drawn, viewport) = (bounds(self.list.node()).width(), scroller.client_width());
        let scale = if (drawn - viewport).abs() < 1.0 { 1.0 } else { viewport / drawn };
        let (item, width) = match self.cards.as_slice() {
            [first, .., last] => {
                let (first, last) = (bounds(first.item.node()), bounds(last.item.node()));
                let gaps = f64::from(self.count.saturating_sub(1));
                ((last.left() - first.left()).abs() * scale / gaps, first.width() * scale)
            }
            _ => (viewport, viewport),
        };
        Strip { viewport, content: scroller.scroll_width(), item, width, count: self.count }
    }

    fn position(&self) -> f64 {
        paging::inline_position(self.scroller().scroll_left(), self.is_rtl())
    }

    fn measure(&self) -> State {
        let (strip, position) = (self.strip(), self.position());
        // What is not shown is at no place.
        if strip.viewport > 0.0 {
            self.page.shell.store_number(PLACE, position);
        }
        State {
            one_page: strip.one_page(),
            at_start: strip.at_start(position),
            at_end: strip.at_end(position),
            on_screen: strip.on_screen(position),
        }
    }

    /// Cards that are wholly off screen take no focus and are not read.
    fn mark(&self, state: &State) {
        for (index, card) in (0_u32..).zip(&self.cards) {
            let off = !state.on_screen.is_empty() && !state.on_screen.contains(&index);
            card.item.toggle("aria-hidden", off.then_some("true"));
            card.link.toggle("tabindex", off.then_some("-1"));
        }
    }

    /// Where the next step starts from: a quick reader's is counted from where the row is going, not from where it
    /// happens to be.
    fn origin(&self, now: f64) -> f64 {
        match self.bound.get() {
            Some((target, asked)) if now - asked < SMOOTH_MAX => target,
            _ => self.position(),
        }
    }

    fn go(&self, position: f64, now: f64) {
        self.bound.set(Some((position, now)));
        let calm = match_media("(prefers-reduced-motion: reduce)").matches();
        let options = object(&[
            ("left", JsValue::from(paging::scroll_left(position, self.is_rtl()))),
            ("behavior", JsValue::from(if calm { "instant" } else { "smooth" })),
        ]);
        self.scroller().scroll_to(&options);
    }

    fn page_by(&self, forward: bool, now: f64) {
        let (strip, position) = (self.strip(), self.origin(now));
        self.go(if forward { strip.next(position) } else { strip.previous(position) }, now);
    }

    /// Arrows, Home and End while the list itself has the focus; a field or a link inside keeps its keys.
    fn key(&self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let on_list = event.target().is_some_and(|target| target == *self.list.node().as_ref());
        if !on_list || event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let strip = self.strip();
        let now = event.time_stamp();
        let step = |by: f64| (self.origin(now) + by * strip.item).max(0.0).min(strip.limit());
        let towards_end = if self.is_rtl() { -1.0 } else { 1.0 };
        let target = match event.key().as_str() {
            "ArrowRight" => step(towards_end),
            "ArrowLeft" => step(-towards_end),
            "Home" => 0.0,
            "End" => strip.limit(),
            _ => return,
        };
        event.prevent_default();
        self.go(target, now);
    }

    /// Brings the card whose link a keyboard has come to wholly into view, a frame later: the browser scrolls first, and
    /// snapping takes that back. Not for a finger or a mouse, under which nothing may move.
    fn reveal(self: &Rc<Self>, event: &web_sys::Event) {
        let is_here = |card: &Card| event.target().is_some_and(|target| target == *card.link.node().as_ref());
        let Some((index, card)) = (0_u32..).zip(&self.cards).find(|(_, card)| is_here(card)) else { return };
        if !card.link.node().matches(":focus-visible").unwrap_or(false) {
            return;
        }
        let (carousel, now) = (self.clone(), event.time_stamp());
        let callback = Closure::once_into_js(move || {
            if let Some(position) = carousel.strip().reveal(carousel.origin(now), index) {
                carousel.go(position, now);
            }
        });
        attention::next_frame(&callback);
    }

    /// Goes back to where the reader was before the view was made anew.
    fn restore(self: &Rc<Self>) {
        let Some(place) = self.page.shell.recall_number(PLACE).filter(|place| *place > 0.0) else { return };
        let carousel = self.clone();
        let callback = Closure::once_into_js(move || {
            let left = paging::scroll_left(place, carousel.is_rtl());
            carousel.scroller().set_scroll_left(left);
        });
        attention::next_frame(&callback);
    }
}
